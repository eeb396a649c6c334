import { drafts } from '../../desk/compose/drafts.ts'
import { expectSame, type Walkthrough } from '../script.ts'
import { lastSendBy } from './verdicts.ts'

const [bill, reading] = drafts['kijani'] ?? []

const request = (message: typeof bill) => ({
  path: '/miniapp/v1/messages/send',
  body: {
    miniappId: 'mp_kijani',
    uniqueIds: ['u_amina'],
    message: { title: message?.title, content: message?.content, jumpUrl: message?.jumpUrl },
  },
})

const billRow = { title: bill?.title ?? '', unread: true }

/** MA-1, MA-7: the window behind “•••”, its inbox, a detail, and the person's own switch, which the platform holds. */
export const floatingWindow: Walkthrough = {
  id: 'floating-window',
  title: 'The floating window',
  about:
    'Behind “•••” stand the messages of one mini-program, and a switch: off, and the platform refuses the next send.',
  person: 'amina',
  sender: 'kijani',
  steps: [
    {
      id: 'actions',
      title: 'Behind “•••”',
      text: 'Kijani Energy sends a bill. Tap “•••” on the phone: the Messages button comes before what the phone itself offers.',
      panel: 'phone',
      async act(hands) {
        await hands.send(request(bill))
        await hands.tapMoreOptions()
      },
      claims: [
        {
          says: 'The window has the mini-program’s name.',
          check: (eyes) => expectSame(eyes.windowTitle(), 'Kijani Energy'),
        },
        { says: 'The badge at Messages says 1.', check: (eyes) => expectSame(eyes.messagesBadge(), '1') },
      ],
    },
    {
      id: 'inbox',
      title: 'Its messages',
      text: 'Tap Messages: the same window shows the list of this mini-program.',
      panel: 'phone',
      act: (hands) => hands.tapMessages(),
      claims: [
        { says: 'The bill is listed, unread.', check: (eyes) => expectSame(eyes.floatingRows(), [billRow]) },
        { says: 'It is seen: no badge is left.', check: (eyes) => expectSame(eyes.badges(), '') },
      ],
    },
    {
      id: 'detail',
      title: 'All of it',
      text: 'Open “•••” of the row and choose “Details”: what a row cuts short is there in full.',
      panel: 'phone',
      async act(hands) {
        await hands.tapInWindow('more', billRow.title)
        await hands.tapInWindow('detail', billRow.title)
      },
      claims: [
        { says: 'The detail shows the whole text.', check: (eyes) => expectSame(eyes.detailText(), bill?.content) },
        {
          says: 'The platform knows it as read.',
          check: async (eyes) => expectSame(await eyes.platformMarks(billRow.title), ['read']),
        },
      ],
    },
    {
      id: 'switch-off',
      title: 'No more of these',
      text: 'Go back with “‹”, open the settings with the sliders, and turn Kijani Energy off.',
      panel: 'phone',
      async act(hands) {
        await hands.tapInWindow('back')
        await hands.tapInWindow('settings')
        await hands.tapInWindow('turn')
      },
      claims: [
        {
          says: 'The switch is off, by the platform’s word.',
          check: (eyes) => expectSame(eyes.switchState(), 'false'),
        },
      ],
    },
    {
      id: 'refused',
      title: 'The next send is refused',
      text: 'Kijani Energy tries to send once more.',
      panel: 'journal',
      act: async (hands) => void (await hands.send(request(reading))),
      claims: [
        { says: 'The platform refuses it by MA-7.push.', check: (eyes) => lastSendBy(eyes, 'MA-7.push') },
        {
          says: 'Amina still has one message.',
          check: async (eyes) => expectSame((await eyes.platformTitles()).length, 1),
        },
      ],
    },
    {
      id: 'switch-on',
      title: 'Welcome again',
      text: 'Turn the switch on. Three days later Kijani Energy may write.',
      panel: 'phone',
      async act(hands) {
        await hands.tapInWindow('turn')
        await hands.waitForSwitch('true')
        await hands.jump('+3 days')
        await hands.send(request(reading))
      },
      claims: [
        { says: 'The switch is on.', check: (eyes) => expectSame(eyes.switchState(), 'true') },
        { says: 'The platform accepts the send.', check: (eyes) => lastSendBy(eyes, 'ok') },
        {
          says: 'Amina has two messages.',
          check: async (eyes) => expectSame((await eyes.platformTitles()).length, 2),
        },
      ],
    },
  ],
}
