import type { Eyes } from '../eyes.ts'
import type { Hands } from '../hands.ts'
import { expectSame, expectThat, type Found, type Walkthrough } from '../script.ts'

const account = { appid: 'wx7d3c5a91e0b24f68', secret: '5f0c1e7ab94d2836c7e1a0b95d3f4826' }
const openid = 'oJ7rn4minaBqT2x0XcWvEd81Kp5s'
const hourMs = 3_600_000

/** Days before all of it, and the start of the batch that Jirani Water is in. */
const spring = Date.parse('2023-06-01T09:00:00+08:00')
const switchAt = Date.parse('2023-06-17T00:00:00+08:00')

/** What Amina does with the account. */
const act = (hands: Hands, action: object) =>
  hands.send({ path: `/control/v1/official-accounts/jirani/followers/${openid}/actions`, body: action })

const write = (hands: Hands, content: string) => act(hands, { kind: 'text', content })

const moveClock = (hands: Hands, moveTo: number) => hands.send({ path: '/control/v1/clock', body: { moveTo } })

/** What Jirani's server answers, as a developer's client would send it. */
async function answer(hands: Hands, texts: readonly string[]): Promise<void> {
  const asked = await hands.send({
    path: '/cgi-bin/stable_token',
    body: { grant_type: 'client_credential', ...account },
  })
  // A refused token shows in the send's own answer.
  const { access_token: token } = asked.body as { readonly access_token?: string }
  for (const content of texts)
    await hands.send({
      path: `/cgi-bin/message/custom/send?access_token=${token}`,
      body: { touser: openid, msgtype: 'text', text: { content } },
    })
}

const numbered = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `Note ${from + at} on your question`)

/** CS-1 to CS-8: how long, and how often, an official account may answer; before the change of 2023, at it and after it. */
export const fortyEightHours: Walkthrough = {
  id: 'forty-eight-hours',
  title: '48 hours',
  about: 'A user writes, an official account may answer for a while: 20 times before June 2023, 5 times since.',
  person: 'amina',
  sender: 'kijani',
  steps: [
    {
      id: 'asked',
      title: 'Spring 2023: Amina writes to Jirani Water',
      text: 'The clock goes back to 1 June 2023. Amina asks her water company a question, and its server answers by customer service.',
      panel: 'phone',
      async act(hands) {
        await hands.tapCloseProgram()
        await moveClock(hands, spring)
        await write(hands, 'When is the water back?')
        await answer(hands, ['Before six this evening.'])
      },
      claims: [
        { says: 'The platform accepts the answer.', check: (eyes) => answered(eyes, 1) },
        {
          says: 'It stands in the MiniApp Center.',
          check: (eyes) => expectSame(eyes.centerRows()[0]?.title, 'Before six this evening.'),
        },
      ],
    },
    {
      id: 'twenty',
      title: 'Twenty answers, not one more',
      text: 'Her message opened 48 hours for 20 answers. The server uses them all, and tries another.',
      panel: 'journal',
      act: (hands) => answer(hands, numbered(2, 21)),
      claims: [
        { says: 'Twenty were accepted, then CS-2 speaks (45047).', check: (eyes) => answered(eyes, 20, 'CS-2.count') },
        {
          says: 'The journal shows the rule, its source and a hint.',
          check: (eyes) => reasonShown(eyes, 'CS-2.count'),
        },
      ],
    },
    {
      id: 'told',
      title: 'A letter, and an open window',
      text: 'It is 16 June, an hour before this account’s batch. It was told by an internal message. Amina writes; the server answers once.',
      panel: 'phone',
      async act(hands) {
        await moveClock(hands, switchAt - hourMs)
        await write(hands, 'And tomorrow?')
        await answer(hands, ['Tomorrow as well.'])
      },
      claims: [
        { says: 'The account has a letter about its windows.', check: toldBefore },
        { says: 'The platform accepts the answer.', check: (eyes) => answered(eyes, 1) },
      ],
    },
    {
      id: 'kept',
      title: 'The change comes, the window stays',
      text: 'Two hours later the new rules apply. What was open keeps its count: nineteen are left.',
      panel: 'journal',
      async act(hands) {
        await moveClock(hands, switchAt + hourMs)
        await answer(hands, numbered(2, 21))
      },
      claims: [
        { says: 'Nineteen more were accepted, twenty in all.', check: (eyes) => answered(eyes, 20, 'CS-2.count') },
      ],
    },
    {
      id: 'five',
      title: 'A new message opens five',
      text: 'Amina writes again, under the new rules. The server tries six answers.',
      panel: 'journal',
      async act(hands) {
        await write(hands, 'Thank you. And on Monday?')
        await answer(hands, numbered(1, 6))
      },
      claims: [
        { says: 'Five were accepted, then CS-2 speaks (45047).', check: (eyes) => answered(eyes, 5, 'CS-2.count') },
      ],
    },
    {
      id: 'too-late',
      title: '48 hours are over',
      text: 'Amina writes once more, and nobody answers for two days.',
      panel: 'journal',
      async act(hands) {
        await write(hands, 'Is anybody there?')
        await moveClock(hands, switchAt + 50 * hourMs)
        await answer(hands, ['Sorry for the wait.'])
      },
      claims: [{ says: 'CS-1 speaks (45015): no window is open.', check: (eyes) => answered(eyes, 0, 'CS-1.window') }],
    },
    {
      id: 'minute',
      title: 'A menu click opens a minute',
      text: 'Amina taps “My meter” in the account’s menu. The server tries four answers at once.',
      panel: 'journal',
      async act(hands) {
        await act(hands, { kind: 'menu-click', key: 'METER' })
        await answer(hands, numbered(1, 4))
      },
      claims: [
        { says: 'Three were accepted, then CS-4 speaks (45047).', check: (eyes) => answered(eyes, 3, 'CS-4.count') },
      ],
    },
    {
      id: 'paid',
      title: 'A payment opens nothing any more',
      text: 'Amina pays her bill. Before the change that opened 48 hours too.',
      panel: 'journal',
      async act(hands) {
        await moveClock(hands, switchAt + 52 * hourMs)
        await act(hands, { kind: 'payment', order: 'JW-80041' })
        await answer(hands, ['We received KSh 1,240.'])
      },
      claims: [{ says: 'CS-3 speaks (45015).', check: (eyes) => answered(eyes, 0, 'CS-3.payment') }],
    },
  ],
}

/** How many sends in a row were accepted up to now; with `refusal`, up to the last one, which that rule refused. */
async function answered(eyes: Eyes, count: number, refusal?: string): Promise<Found> {
  const verdicts = (await eyes.sends()).map(({ verdict }) => verdict)
  const last = refusal === undefined ? undefined : verdicts.pop()
  const accepted = verdicts.length - 1 - verdicts.findLastIndex((verdict) => verdict !== 'ok')
  return expectSame([accepted, last ?? null], [count, refusal ?? null])
}

async function toldBefore(eyes: Eyes): Promise<Found> {
  const letters = await eyes.letters('jirani')
  return expectThat(
    letters.some(({ about }) => about === 'customer-windows'),
    letters.map(({ about }) => about).join(', ') || 'no letter',
  )
}

/** The page has to show it, not only the platform to say it. */
function reasonShown(eyes: Eyes, rule: string): Found {
  const shown = eyes.shownReason()
  const holds = shown?.rule === rule && /Source: .+/.test(shown.text) && shown.hint.length > 0
  return expectThat(holds, shown ? shown.text : 'no reason on the page')
}
