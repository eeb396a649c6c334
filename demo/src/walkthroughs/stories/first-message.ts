import { drafts } from '../../desk/compose/drafts.ts'
import { expectSame, expectThat, type Walkthrough } from '../script.ts'

const [bill] = drafts['kijani'] ?? []
const title = bill?.title ?? ''

/** The curl that `npm start` prints, word for word. */
const request = {
  path: '/miniapp/v1/messages/send',
  body: {
    miniappId: 'mp_kijani',
    uniqueIds: ['u_amina'],
    message: { title, content: bill?.content, jumpUrl: bill?.jumpUrl },
  },
}

const billPage = { path: 'pages/bill/detail', query: { id: '2041' } }

/** From the send API to three surfaces, into a page, and over a reload. */
export const firstMessage: Walkthrough = {
  id: 'first-message',
  title: 'The first message',
  about: 'One message travels from the send API to three surfaces and into a page.',
  person: 'amina',
  sender: 'kijani',
  steps: [
    {
      id: 'send',
      title: 'Send it',
      text: 'Amina has Kijani Energy open. Paste the curl that npm start printed into a terminal, or press Send in “Compose and send”.',
      panel: 'phone',
      act: async (hands) => {
        await hands.send(request)
      },
      claims: [
        {
          says: 'The journal has the send, with the verdict ok.',
          check: async (eyes) => expectSame((await eyes.lastSend())?.verdict, 'ok'),
        },
        {
          says: 'A bubble at the capsule button shows the title.',
          check: (eyes) => expectSame(eyes.bubbleTitle(), title),
        },
      ],
    },
    {
      id: 'badges',
      title: 'One count, three badges',
      text: 'The badge is what Amina has not seen yet. Tap “•••” on the phone: the Messages button has it too.',
      panel: 'phone',
      act: (hands) => hands.tapMoreOptions(),
      claims: [
        { says: 'The badge at the capsule button says 1.', check: (eyes) => expectSame(eyes.capsuleBadge(), '1') },
        { says: 'The badge at the MiniApp Center says 1.', check: (eyes) => expectSame(eyes.centerBadge(), '1') },
        { says: 'The badge at the Messages button says 1.', check: (eyes) => expectSame(eyes.messagesBadge(), '1') },
      ],
    },
    {
      id: 'floating-row',
      title: 'A row in the floating inbox',
      text: 'Tap Messages. The sheet shows Kijani’s messages and no other sender’s; what is on screen counts as seen.',
      panel: 'phone',
      act: (hands) => hands.tapMessages(),
      claims: [
        {
          says: 'The floating inbox has one row, the new message, unread.',
          check: (eyes) => expectSame(eyes.floatingRows(), [{ title, unread: true }]),
        },
        { says: 'All three badges are gone: she has seen it.', check: (eyes) => expectSame(eyes.badges(), '') },
      ],
    },
    {
      id: 'center-row',
      title: 'A row in the MiniApp Center',
      text: 'Close the sheet, then close the mini-program with “◎”. The Center lists the messages of all mini-programs.',
      panel: 'phone',
      act: async (hands) => {
        await hands.tapCloseSheet()
        await hands.tapCloseProgram()
      },
      claims: [
        { says: 'The phone shows the MiniApp Center.', check: (eyes) => expectSame(eyes.front(), 'center') },
        {
          says: 'The Center’s list has the message, still unread.',
          check: (eyes) => expectSame(eyes.centerRows(), [{ title, unread: true }]),
        },
      ],
    },
    {
      id: 'tap',
      title: 'A tap leads to the page',
      text: 'Tap the row. The Center launches Kijani Energy at the page of the jump URL, with its query.',
      panel: 'phone',
      act: (hands) => hands.tapRow(title),
      claims: [
        {
          says: 'Kijani Energy shows pages/bill/detail with id=2041.',
          check: (eyes) => expectSame(eyes.page(), billPage),
        },
        {
          says: 'The platform knows it as opened.',
          check: async (eyes) => expectSame(await eyes.platformMarks(title), ['opened']),
        },
        {
          says: 'The receipt is in the journal.',
          check: async (eyes) => expectSame((await eyes.lastReceipt('opened'))?.person, 'amina'),
        },
      ],
    },
    {
      id: 'read-everywhere',
      title: 'Read everywhere',
      text: 'It was opened from the Center. Tap “•••”, then Messages: the mini-program’s own inbox knows.',
      panel: 'phone',
      act: async (hands) => {
        await hands.tapMoreOptions()
        await hands.tapMessages()
      },
      claims: [
        {
          says: 'The floating inbox shows the message as read.',
          check: (eyes) => expectSame(eyes.floatingRows(), [{ title, unread: false }]),
        },
      ],
    },
    {
      id: 'reload',
      title: 'A reload loses nothing',
      text: 'Reload this page. The phone comes back where it was, and the platform with all it knew.',
      panel: 'phone',
      reloads: true,
      act: (hands) => hands.reload(),
      claims: [
        { says: 'The page was loaded anew.', check: (eyes) => expectThat(eyes.wasReloaded(), 'the page as it was') },
        { says: 'The bill is on screen again.', check: (eyes) => expectSame(eyes.page(), billPage) },
        {
          says: 'The platform still has the message as opened.',
          check: async (eyes) => expectSame(await eyes.platformMarks(title), ['opened']),
        },
        {
          says: 'The journal still has the send and the receipt.',
          check: async (eyes) =>
            expectThat(
              (await eyes.lastSend())?.verdict === 'ok' && (await eyes.lastReceipt('opened')) !== undefined,
              'a journal without them',
            ),
        },
      ],
    },
    {
      id: 'center-again',
      title: 'The row is still there',
      text: 'Close the mini-program with “◎” once more.',
      panel: 'phone',
      act: (hands) => hands.tapCloseProgram(),
      claims: [
        {
          says: 'The Center lists the message, read, and no badge is left.',
          check: (eyes) => expectSame([eyes.centerRows(), eyes.badges()], [[{ title, unread: false }], '']),
        },
      ],
    },
  ],
}
