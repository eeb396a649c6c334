import type { Eyes } from '../eyes.ts'
import { expectSame, expectThat, type Found, type Walkthrough } from '../script.ts'

const dayMs = 86_400_000

function toAmina(title: string, content: string) {
  return {
    path: '/miniapp/v1/messages/send',
    body: {
      miniappId: 'mp_kijani',
      uniqueIds: ['u_amina'],
      message: { title, content, jumpUrl: 'pages/bill/detail?id=2041' },
    },
  }
}

const first = toAmina('Your electricity bill for October', 'KSh 1,240 is due on 28 November. Pay by M-Pesa or card.')
const second = toAmina('Your bill is still open', 'Pay today and keep your lights on.')
const third = toAmina('Your meter needs a reading', 'Send it by Friday and the next bill needs no estimate.')
const fourth = toAmina('We miss you', 'Your yearly overview is ready in the app.')
const fifth = toAmina('Welcome back', 'Your yearly overview is ready in the app.')

/** The two sending conditions of MiniApp messages: one in three days, and only to people who use the mini-program. */
export const threeDays: Walkthrough = {
  id: 'three-days',
  title: 'Three days',
  about: 'One message in three days, none after thirty days without use: the rules speak, the clock moves.',
  person: 'amina',
  sender: 'kijani',
  steps: [
    {
      id: 'first',
      title: 'A first message goes through',
      text: 'Amina used Kijani Energy today and has heard nothing from it for days. Send her a message.',
      panel: 'phone',
      act: async (hands) => {
        await hands.send(first)
      },
      claims: [
        { says: 'The platform accepts it.', check: (eyes) => lastVerdict(eyes, 'ok') },
        { says: 'Amina has one message.', check: (eyes) => countOfMessages(eyes, 1) },
      ],
    },
    {
      id: 'too-soon',
      title: 'A second one is too soon',
      text: 'Send another text at once. The platform refuses it, names its rule and says what would mend it.',
      panel: 'journal',
      act: async (hands) => {
        await hands.send(second)
      },
      claims: [
        { says: 'The platform refuses it by MA-3.', check: (eyes) => lastVerdict(eyes, 'MA-3') },
        { says: 'The journal shows the rule, its source and a hint.', check: (eyes) => reasonShown(eyes, 'MA-3') },
        { says: 'Amina still has one message.', check: (eyes) => countOfMessages(eyes, 1) },
      ],
    },
    {
      id: 'plus-three-days',
      title: 'Three days pass',
      text: 'Press “+3 days” at the clock. It says beforehand what the jump changes.',
      panel: 'phone',
      act: (hands) => hands.jump('+3 days'),
      claims: [
        {
          says: 'The platform’s clock is 72 hours after the first message.',
          check: async (eyes) => sinceLastMessage(eyes, 3 * dayMs),
        },
      ],
    },
    {
      id: 'next',
      title: 'The next message goes through',
      text: 'Send a new text: the three days are over.',
      panel: 'phone',
      act: async (hands) => {
        await hands.send(third)
      },
      claims: [
        { says: 'The platform accepts it.', check: (eyes) => lastVerdict(eyes, 'ok') },
        { says: 'Amina has two messages.', check: (eyes) => countOfMessages(eyes, 2) },
      ],
    },
    {
      id: 'plus-31-days',
      title: 'A month without use',
      text: 'Press “+31 days”. Amina does not open Kijani Energy in all that time.',
      panel: 'phone',
      act: (hands) => hands.jump('+31 days'),
      claims: [
        { says: 'The platform’s clock is 31 days further.', check: (eyes) => sinceLastMessage(eyes, 31 * dayMs) },
        {
          says: 'Her last use is more than 30 days ago.',
          check: async (eyes) => {
            const days = (await eyes.sinceLastUse()) / dayMs
            return expectThat(days > 30, `${days.toFixed(1)} days`)
          },
        },
      ],
    },
    {
      id: 'inactive',
      title: 'Nobody writes to the inactive',
      text: 'Send once more. MA-3 is satisfied, but she has been away too long.',
      panel: 'journal',
      act: async (hands) => {
        await hands.send(fourth)
      },
      claims: [
        { says: 'The platform refuses it by MA-4.', check: (eyes) => lastVerdict(eyes, 'MA-4') },
        { says: 'The journal shows the rule, its source and a hint.', check: (eyes) => reasonShown(eyes, 'MA-4') },
        { says: 'Amina still has two messages.', check: (eyes) => countOfMessages(eyes, 2) },
      ],
    },
    {
      id: 'mend',
      title: 'A use mends it',
      text: 'Press “Amina opens Kijani Energy” under the refusal, then send again.',
      panel: 'journal',
      act: async (hands) => {
        await hands.mend('MA-4')
        await hands.send(fifth)
      },
      claims: [
        { says: 'The platform accepts it.', check: (eyes) => lastVerdict(eyes, 'ok') },
        { says: 'Amina has three messages.', check: (eyes) => countOfMessages(eyes, 3) },
      ],
    },
  ],
}

async function lastVerdict(eyes: Eyes, verdict: string): Promise<Found> {
  return expectSame((await eyes.lastSend())?.verdict, verdict)
}

async function countOfMessages(eyes: Eyes, count: number): Promise<Found> {
  return expectSame((await eyes.platformTitles()).length, count)
}

/** The page has to show it, not only the platform to say it. */
function reasonShown(eyes: Eyes, rule: string): Found {
  const shown = eyes.shownReason()
  const holds = shown?.rule === rule && /Source: .+/.test(shown.text) && shown.hint.length > 0
  return expectThat(holds, shown ? shown.text : 'no reason on the page')
}

async function sinceLastMessage(eyes: Eyes, spanMs: number): Promise<Found> {
  const passedMs = await eyes.sinceLastMessage()
  return expectThat(passedMs >= spanMs, `${(passedMs / dayMs).toFixed(2)} days`)
}
