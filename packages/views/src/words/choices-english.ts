import type { ChoiceWords } from './words.ts'

/** What complaints, switches and settings say, in a module of its own since they load on first use. */
export const choicesEnglish: ChoiceWords = {
  withdrawn: 'The sender took this message back.',
  expired: 'This message has expired.',
  removed: 'This mini-program is no longer available.',
  notFound: 'The page of this message no longer exists.',
  report: 'Report',
  harassing: 'Harassment',
  isFalse: 'Misleading',
  marketing: 'Advertising',
  other: 'Another reason',
  reported: 'Thank you, your report was sent.',
  stop: 'Stop messages',
  stopped: 'No more messages from {sender}',
  allow: 'Allow messages',
  allowed: '{sender} may write to you again',
  notDone: 'That did not work. Try again.',
  everybody: 'All mini-programs',
}
