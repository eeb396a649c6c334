import { drafts } from '../../desk/compose/drafts.ts'
import type { Eyes } from '../eyes.ts'
import { expectSame, expectThat, type Found, type Walkthrough } from '../script.ts'

const [bill] = drafts['kijani'] ?? []
const billTitle = bill?.title ?? ''
const orderTitle = 'Your order is on its way'

const fromKijani = {
  path: '/miniapp/v1/messages/send',
  body: {
    miniappId: 'mp_kijani',
    uniqueIds: ['u_amina'],
    message: { title: billTitle, content: bill?.content, jumpUrl: bill?.jumpUrl },
  },
}

const fromSoko = {
  path: '/v2/miniprogram/message/send',
  body: {
    appId: 'P000000000000001soko',
    accessToken: 'demo-token-amina',
    requestId: 'center-2045',
    templateCode: 'TP_ORDER_SHIPPED',
    redirectUrl: 'pages/order/detail?order=SM-2045',
    templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order: 'SM-2045', when: 'Friday' } }],
  },
}

/** MA-1, MA-21: one list of what all mini-programs wrote, and what a person can do with it. */
export const messageCenter: Walkthrough = {
  id: 'message-center',
  title: 'The MiniApp Center',
  about:
    'One list of what every mini-program wrote: filter, read, report and dismiss, known to the platform each time.',
  person: 'amina',
  sender: 'kijani',
  steps: [
    {
      id: 'two-senders',
      title: 'Two mini-programs write',
      text: 'Kijani Energy sends a bill, Soko Market ships an order. Close the mini-program with “◎”: the Center has both.',
      panel: 'phone',
      async act(hands) {
        await hands.send(fromKijani)
        await hands.send(fromSoko)
        await hands.tapCloseProgram()
      },
      claims: [
        {
          says: 'Both are listed, newest first, unread.',
          check: (eyes) => rowsAre(eyes, [orderTitle, true], [billTitle, true]),
        },
        { says: 'Being on screen they are seen: no badge is left.', check: (eyes) => expectSame(eyes.badges(), '') },
        {
          says: 'The platform knows it of both.',
          check: async (eyes) =>
            expectSame(
              [await eyes.platformMarks(orderTitle), await eyes.platformMarks(billTitle)],
              [['seen'], ['seen']],
            ),
        },
      ],
    },
    {
      id: 'mark-read',
      title: 'Read without opening',
      text: 'Open “•••” of the bill’s row and choose “Mark read”; or swipe the row towards its end.',
      panel: 'phone',
      async act(hands) {
        await hands.tapInCenter('more', billTitle)
        await hands.tapInCenter('read', billTitle)
      },
      claims: [
        { says: 'The bill has lost its dot.', check: (eyes) => rowsAre(eyes, [orderTitle, true], [billTitle, false]) },
        {
          says: 'The platform knows it as read.',
          check: async (eyes) => expectSame(await eyes.platformMarks(billTitle), ['read']),
        },
      ],
    },
    {
      id: 'unread',
      title: 'Only what is unread',
      text: 'Tap “Unread” over the list.',
      panel: 'phone',
      act: (hands) => hands.tapInCenter('unread'),
      claims: [{ says: 'Only the order is listed.', check: (eyes) => rowsAre(eyes, [orderTitle, true]) }],
    },
    {
      id: 'report',
      title: 'Reported',
      text: 'Tap “All”, open “•••” of the bill’s row, choose “Report”, then “Advertising”.',
      panel: 'phone',
      async act(hands) {
        await hands.tapInCenter('all')
        await hands.tapInCenter('more', billTitle)
        await hands.tapInCenter('report', billTitle)
        await hands.tapInCenter('marketing', billTitle)
      },
      claims: [
        {
          says: 'Amina is thanked.',
          check: (eyes) => expectSame(eyes.centerSentence(), 'Thank you, your report was sent.'),
        },
        { says: 'It counts against Kijani Energy.', check: (eyes) => reportedBy(eyes, 'amina') },
      ],
    },
    {
      id: 'dismiss',
      title: 'Dismissed',
      text: 'Choose “Dismiss” behind “•••” of the same row, or swipe it away.',
      panel: 'phone',
      async act(hands) {
        await hands.tapInCenter('more', billTitle)
        await hands.tapInCenter('dismiss', billTitle)
      },
      claims: [
        { says: 'The row is gone.', check: (eyes) => rowsAre(eyes, [orderTitle, true]) },
        {
          says: 'On every device: the platform lists it no more.',
          check: async (eyes) => expectSame(await eyes.platformTitles(), [orderTitle]),
        },
      ],
    },
  ],
}

/** As the Center draws them, top to bottom. */
function rowsAre(eyes: Eyes, ...rows: readonly (readonly [title: string, unread: boolean])[]): Found {
  return expectSame(
    eyes.centerRows().map(({ title, unread }) => [title, unread]),
    rows,
  )
}

async function reportedBy(eyes: Eyes, person: string): Promise<Found> {
  const { violations } = await eyes.standing('kijani')
  const found = violations.map((one) => `${one.source} by ${one.person}`)
  return expectThat(found.includes(`report by ${person}`), found.join(', ') || 'no violation')
}
