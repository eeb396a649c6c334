import type { Eyes } from '../eyes.ts'
import type { Hands } from '../hands.ts'
import { expectSame, expectThat, type Found, type Walkthrough } from '../script.ts'
import { lastSendBy } from './verdicts.ts'

const first = {
  title: 'Your electricity bill for October',
  content: 'KSh 1,240 is due on 28 November. Pay by M-Pesa or card.',
}
const second = { title: 'Power is back in Kilimani', content: 'The fault is repaired since 14:10.' }
const third = {
  title: 'Please read your meter',
  content: 'Send the reading by Friday and your next bill needs no estimate.',
}

const send = async (hands: Hands, { title, content }: { readonly title: string; readonly content: string }) =>
  void (await hands.send({
    path: '/miniapp/v1/messages/send',
    body: {
      miniappId: 'mp_kijani',
      uniqueIds: ['u_amina'],
      message: { title, content, jumpUrl: 'pages/bill/detail?id=2041' },
    },
  }))

async function record(hands: Hands, said: { readonly kind: string; readonly degree: string; readonly reason: string }) {
  await hands.showOnDesk('governance', 'kijani')
  await hands.fillOnDesk('violation-kind', said.kind)
  await hands.fillOnDesk('violation-degree', said.degree)
  await hands.fillOnDesk('violation-reason', said.reason)
  await hands.pressOnDesk('record')
}

/** MA-19, MA-21: what a complaint, a disabled and a revoked capability and a removal each do to sends, to what was delivered and to jumps. */
export const violation: Walkthrough = {
  id: 'violation',
  title: 'A violation and what follows',
  about: 'Reported, disabled, revoked, removed: what each step does to sends, to delivered messages and to jumps.',
  person: 'amina',
  sender: 'kijani',
  steps: [
    {
      id: 'delivered',
      title: 'A message arrives',
      text: 'Send Amina her bill. It is what all that follows is about.',
      panel: 'phone',
      desk: 'governance',
      async act(hands) {
        await hands.showOnDesk('governance', 'kijani')
        await send(hands, first)
      },
      claims: [
        { says: 'The platform accepts it.', check: (eyes) => lastSendBy(eyes, 'ok') },
        { says: 'The ledger is empty.', check: (eyes) => expectSame(eyes.ladderPoints(), '0') },
      ],
    },
    {
      id: 'reported',
      title: 'Amina complains',
      text: 'Tap “•••” on the phone and “Report the latest message”. A complaint is heard, and changes nothing yet: after three days the next message goes through.',
      panel: 'phone',
      desk: 'governance',
      async act(hands) {
        await hands.reportLatest()
        await hands.jump('+3 days')
        await send(hands, second)
      },
      claims: [
        { says: 'The ledger has her report, of one point.', check: reportedOnce },
        { says: 'The desk shows it on the ladder.', check: (eyes) => expectSame(eyes.ladderPoints(), '1') },
        { says: 'Sends: accepted.', check: (eyes) => lastSendBy(eyes, 'ok') },
        { says: 'Delivered: both messages are there.', check: (eyes) => delivered(eyes, 2) },
      ],
    },
    {
      id: 'disabled',
      title: 'A violation disables',
      text: 'Record a serious promotion on the page Governance: six points more reach the rung “disabled for 7 days”. Then send again.',
      panel: 'send',
      desk: 'governance',
      async act(hands) {
        await record(hands, { kind: 'promotion', degree: 'serious', reason: 'The page sells another app.' })
        await send(hands, third)
      },
      claims: [
        { says: 'The ladder has disabled the capability for seven days.', check: disabledForAWeek },
        { says: 'Sends: refused by MA-6.', check: (eyes) => lastSendBy(eyes, 'MA-6', 'disabled until') },
        { says: 'Delivered: both messages stay.', check: (eyes) => delivered(eyes, 2) },
      ],
    },
    {
      id: 'disabled-jumps',
      title: 'What was delivered still leads',
      text: 'Close Kijani Energy on the phone and tap the message about the power in the MiniApp Center.',
      panel: 'phone',
      desk: 'governance',
      async act(hands) {
        await hands.tapCloseProgram()
        await hands.tapRow(second.title)
      },
      claims: [
        {
          says: 'Jumps: the page of the message is open.',
          check: (eyes) => expectSame(eyes.page(), { path: 'pages/bill/detail', query: { id: '2041' } }),
        },
      ],
    },
    {
      id: 'revoked',
      title: 'The next one revokes',
      text: 'Record a grave false message: sixteen points. Waiting mends nothing any more.',
      panel: 'phone',
      desk: 'governance',
      async act(hands) {
        await record(hands, { kind: 'false', degree: 'grave', reason: 'There was no fault to repair.' })
        await send(hands, third)
        await hands.tapCloseProgram()
      },
      claims: [
        {
          says: 'The capability is revoked.',
          check: async (eyes) => expectSame((await eyes.standing('kijani')).capability, 'revoked'),
        },
        { says: 'Sends: refused by MA-6, without an end.', check: (eyes) => lastSendBy(eyes, 'MA-6', 'it is revoked') },
        { says: 'Delivered: both messages stay, and lead.', check: (eyes) => rowsInCenter(eyes, 'leading') },
      ],
    },
    {
      id: 'removed',
      title: 'The last rung removes',
      text: 'Record serious prohibited content: ten points more pass thirty, and the mini-program is removed.',
      panel: 'phone',
      desk: 'governance',
      async act(hands) {
        await record(hands, { kind: 'content', degree: 'serious', reason: 'Insults.' })
        await send(hands, third)
      },
      claims: [
        {
          says: 'The mini-program is removed.',
          check: async (eyes) => expectSame((await eyes.standing('kijani')).status, 'removed'),
        },
        { says: 'Sends: refused by MA-19.', check: (eyes) => lastSendBy(eyes, 'MA-19.removed') },
        { says: 'Delivered: both rows stay as “no longer available”.', check: (eyes) => rowsInCenter(eyes, 'gone') },
      ],
    },
    {
      id: 'removed-jumps',
      title: 'And leads nowhere',
      text: 'Tap the message about the power once more.',
      panel: 'phone',
      desk: 'governance',
      act: (hands) => hands.tapRow(second.title),
      claims: [
        {
          says: 'Jumps: none; the MiniApp Center stays in front.',
          check: (eyes) => expectSame(eyes.front(), 'center'),
        },
        {
          says: 'It says why.',
          check: (eyes) => expectThat(/no longer available/.test(eyes.centerSentence()), eyes.centerSentence()),
        },
        { says: 'The platform still has both messages.', check: (eyes) => delivered(eyes, 2) },
      ],
    },
  ],
}

async function reportedOnce(eyes: Eyes): Promise<Found> {
  const { violations, points } = await eyes.standing('kijani')
  const found = violations.map(({ source, person, weight }) => [source, person, weight])
  return expectSame([found, points], [[['report', 'amina', 1]], 1])
}

async function disabledForAWeek(eyes: Eyes): Promise<Found> {
  const { capability, violations } = await eyes.standing('kijani')
  const step = violations.at(-1)?.step
  return expectSame([capability, step?.step, step?.days], ['disabled', 'disabled', 7])
}

async function delivered(eyes: Eyes, count: number): Promise<Found> {
  return expectSame((await eyes.platformTitles()).length, count)
}

/** As the MiniApp Center draws them. */
function rowsInCenter(eyes: Eyes, state: 'leading' | 'gone'): Found {
  const rows = eyes.centerRows().map(({ title, gone }) => [title, gone === true])
  const gone = state === 'gone'
  return expectSame(rows, [
    [second.title, gone],
    [first.title, gone],
  ])
}
