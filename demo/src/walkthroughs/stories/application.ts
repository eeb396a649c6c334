import { drafts } from '../../desk/compose/drafts.ts'
import type { Eyes } from '../eyes.ts'
import type { Hands } from '../hands.ts'
import { expectSame, expectThat, type Walkthrough } from '../script.ts'
import { lastSendBy, newestSentence } from './verdicts.ts'

const [ticket] = drafts['safari'] ?? []
const title = ticket?.title ?? ''

const request = {
  path: '/miniapp/v1/messages/send',
  body: {
    miniappId: 'mp_safari',
    uniqueIds: ['rider-81'],
    message: { title, content: ticket?.content, jumpUrl: ticket?.jumpUrl },
  },
}

const reason = 'Say which messages travellers will get.'

const send = async (hands: Hands): Promise<void> => void (await hands.send(request))
const capability = async (eyes: Eyes) => (await eyes.standing('safari')).capability

/** MA-6: from a mini-program that may send nothing to a bubble on a phone. */
export const application: Walkthrough = {
  id: 'application',
  title: 'From application to first message',
  about: 'A mini-program applies for the message capability, is refused, applies again, is granted, and writes.',
  person: 'amina',
  sender: 'safari',
  steps: [
    {
      id: 'not-applied',
      title: 'Nobody may simply send',
      text: 'Amina has Safari Bus open. It never applied for the message capability. Send her a ticket all the same.',
      panel: 'journal',
      desk: 'capability',
      async act(hands) {
        await hands.showOnDesk('capability', 'safari')
        await send(hands)
      },
      claims: [
        { says: 'The platform refuses it by MA-6.', check: (eyes) => lastSendBy(eyes, 'MA-6') },
        {
          says: 'The desk says that the capability is not applied for.',
          check: (eyes) => expectSame(eyes.capabilityStop(), 'Not applied for'),
        },
        { says: 'Amina has no message.', check: async (eyes) => expectSame(await eyes.platformTitles(), []) },
      ],
    },
    {
      id: 'apply',
      title: 'The developer applies',
      text: 'Press “Apply for the capability”, as the developer would on the capability management page. An application is no permission: send again.',
      panel: 'send',
      desk: 'capability',
      async act(hands) {
        await hands.pressOnDesk('apply')
        await send(hands)
      },
      claims: [
        {
          says: 'The application is in review.',
          check: async (eyes) => expectSame(await capability(eyes), 'in-review'),
        },
        { says: 'The desk shows it.', check: (eyes) => expectSame(eyes.capabilityStop(), 'In review') },
        { says: 'Sends are still refused by MA-6.', check: (eyes) => lastSendBy(eyes, 'MA-6', 'in-review') },
      ],
    },
    {
      id: 'refused',
      title: 'The operator refuses, with a reason',
      text: 'Write why into “Reason” and press “Refuse”. The developer gets an internal message, and the next send says it too.',
      panel: 'send',
      desk: 'capability',
      async act(hands) {
        await hands.fillOnDesk('operator-reason', reason)
        await hands.pressOnDesk('refuse')
        await send(hands)
      },
      claims: [
        { says: 'The capability is refused.', check: async (eyes) => expectSame(await capability(eyes), 'refused') },
        { says: 'The developer reads the reason.', check: (eyes) => newestSentence(eyes, reason) },
        { says: 'The refusal of a send names it.', check: (eyes) => lastSendBy(eyes, 'MA-6', reason) },
      ],
    },
    {
      id: 'granted',
      title: 'Mended, applied again, granted',
      text: 'Press “Apply again”, then “Grant”.',
      panel: 'send',
      desk: 'capability',
      async act(hands) {
        await hands.pressOnDesk('apply')
        await hands.pressOnDesk('grant')
      },
      claims: [
        { says: 'The capability is granted.', check: async (eyes) => expectSame(await capability(eyes), 'granted') },
        { says: 'The desk shows it.', check: (eyes) => expectSame(eyes.capabilityStop(), 'Granted') },
        { says: 'The developer is told.', check: (eyes) => newestSentence(eyes, 'is granted') },
      ],
    },
    {
      id: 'first-message',
      title: 'The same send goes through',
      text: 'Send the ticket once more. Nothing of the request changed.',
      panel: 'phone',
      desk: 'send',
      act: send,
      claims: [
        { says: 'The platform accepts it.', check: (eyes) => lastSendBy(eyes, 'ok') },
        { says: 'A bubble shows the title.', check: (eyes) => expectSame(eyes.bubbleTitle(), title) },
        { says: 'Amina has one message.', check: async (eyes) => expectSame(await eyes.platformTitles(), [title]) },
      ],
    },
    {
      id: 'jump',
      title: 'And leads to its page',
      text: 'Tap the bubble; when it has left, the message behind “•••”, Messages.',
      panel: 'phone',
      act: (hands) => hands.tapBubbleOrRow(title),
      claims: [
        {
          says: 'The page of the ticket is open, with the query of the message.',
          check: (eyes) => expectSame(eyes.page(), { path: 'pages/ticket/detail', query: { ticket: 'SB-410' } }),
        },
        {
          says: 'The platform knows that it was opened.',
          check: async (eyes) => {
            const marks = await eyes.platformMarks(title)
            return expectThat(marks?.includes('opened') === true, JSON.stringify(marks) ?? 'no message')
          },
        },
      ],
    },
  ],
}
