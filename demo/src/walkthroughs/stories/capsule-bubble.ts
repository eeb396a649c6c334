import type { Eyes } from '../eyes.ts'
import type { Hands } from '../hands.ts'
import { expectSame, expectThat, type Found, type Walkthrough } from '../script.ts'

const title = 'Your order is on its way'

/** Orders have no limit of days: several may be on their way. */
const ship = async (hands: Hands, order: string, when = 'Friday'): Promise<void> =>
  void (await hands.send({
    path: '/v2/miniprogram/message/send',
    body: {
      appId: 'P000000000000001soko',
      accessToken: 'demo-token-amina',
      requestId: `shipped-${order}-${when}`,
      templateCode: 'TP_ORDER_SHIPPED',
      redirectUrl: `pages/order/detail?order=${order}`,
      templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order, when } }],
    },
  }))

const pageOf = (order: string) => ({ path: 'pages/order/detail', query: { order } })

/** MA-1: the bubble comes, counts, leaves, leads somewhere, and stays away where it would say nothing new. */
export const capsuleBubble: Walkthrough = {
  id: 'capsule-bubble',
  title: 'The capsule bubble',
  about:
    'A bubble comes at the capsule button, counts what joins it, leaves the message behind, and knows when to stay away.',
  person: 'amina',
  sender: 'soko',
  steps: [
    {
      id: 'one',
      title: 'One message',
      text: 'Amina has Soko Market open. It ships an order and says so.',
      panel: 'phone',
      act: (hands) => ship(hands, 'SM-2041'),
      claims: [
        { says: 'A bubble shows the title.', check: (eyes) => expectSame(eyes.bubbleTitle(), title) },
        {
          says: 'It stands on the screen, under the capsule button, and covers none of it.',
          check: (eyes) => expectSame(eyes.bubblePlace(), 'below the capsule, on screen'),
        },
        {
          says: 'The badge says 1: a bubble is delivered, not seen.',
          check: (eyes) => expectSame(eyes.capsuleBadge(), '1'),
        },
      ],
    },
    {
      id: 'several',
      title: 'Three more at once',
      text: 'Three parcels leave together. There is one bubble at most: what arrives meanwhile joins it.',
      panel: 'phone',
      async act(hands) {
        for (const order of ['SM-2042', 'SM-2043', 'SM-2044']) await ship(hands, order)
      },
      claims: [
        {
          says: 'One bubble counts them, by the sender’s name.',
          check: (eyes) => {
            const shown = eyes.bubbleTitle() ?? 'no bubble'
            return expectThat(/^[2-4] new messages from Soko Market$/.test(shown), shown)
          },
        },
        { says: 'The badge says 4.', check: (eyes) => expectSame(eyes.capsuleBadge(), '4') },
      ],
    },
    {
      id: 'away',
      title: 'Away with it',
      text: 'Close the bubble with ×, swipe it away or press Escape. It takes no message with it.',
      panel: 'phone',
      act: (hands) => hands.tapCloseBubble(),
      claims: [
        { says: 'There is no bubble.', check: (eyes) => expectSame(eyes.bubbleTitle() ?? 'no bubble', 'no bubble') },
        { says: 'All four messages are in the inbox.', check: (eyes) => countOf(eyes, 4) },
      ],
    },
    {
      id: 'tap',
      title: 'A tap leads to the order',
      text: 'One more is shipped. Tap its bubble.',
      panel: 'phone',
      async act(hands) {
        await ship(hands, 'SM-2045')
        await hands.tapBubbleOrRow(title)
      },
      claims: [
        {
          says: 'The phone shows the page of that order.',
          check: (eyes) => expectSame(eyes.page(), pageOf('SM-2045')),
        },
        { says: 'The bubble is gone.', check: (eyes) => expectSame(eyes.bubbleTitle() ?? 'no bubble', 'no bubble') },
      ],
    },
    {
      id: 'right-there',
      title: 'No bubble for what is on screen',
      text: 'The order that is open changes. A bubble would lead right to where Amina is.',
      panel: 'phone',
      async act(hands) {
        // Looks at the list first, so that the badge starts from nothing.
        await hands.tapMoreOptions()
        await hands.tapMessages()
        await hands.tapCloseSheet()
        await ship(hands, 'SM-2045', 'Monday')
      },
      claims: [
        {
          says: 'It counts in the badge and raises no bubble.',
          check: (eyes) => expectSame([eyes.capsuleBadge(), eyes.bubbleTitle() ?? 'no bubble'], ['1', 'no bubble']),
        },
        { says: 'It is in the inbox.', check: (eyes) => countOf(eyes, 6) },
      ],
    },
  ],
}

async function countOf(eyes: Eyes, count: number): Promise<Found> {
  return expectSame((await eyes.platformTitles()).length, count)
}
