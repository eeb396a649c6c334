import type { MessageText } from '../message-text.ts'
import { findAccounts } from './account.ts'
import { findCards } from './card.ts'
import { findIdentities } from './identity.ts'
import { findPhones } from './phone.ts'
import { type PersonalKind, type PersonalSpan, spans } from './span.ts'

/** Personal data in a message. */
export interface FoundPersonal {
  readonly kind: PersonalKind
  readonly part: 'title' | 'content'
  readonly excerpt: string
}

/** What the shortest of them has: an address its sign, a number four digits. */
const least = /@|(?:\d\D{0,8}){4}|(?<![a-z])(?:at|arobase|arroba)[ \])}].*?(?<![a-z])(?:dot|point|ponto)(?![a-z])/

type Detector = (text: string) => readonly PersonalSpan[]

/** Each looks at what those before it left: a card number is no phone number. */
const detectors: readonly Detector[] = [findAddresses, findAccounts, findCards, findIdentities, findPhones]

/** MA-13.privacy: personal data in a message, in the order of the detectors. Digits of all scripts count. */
export function findPersonal(message: MessageText): readonly FoundPersonal[] {
  let { text } = message.folded
  if (!least.test(text)) return []
  const found: FoundPersonal[] = []
  for (const detect of detectors)
    for (const { kind, start, end } of detect(text)) {
      found.push({ kind, ...message.at(message.folded, start, end) })
      text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
    }
  return found
}

function findAddresses(text: string): readonly PersonalSpan[] {
  const pattern = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/g
  const written = text.includes('@') ? spans(text, pattern, 'e-mail address') : []
  return spoken.test(text) ? [...written, ...spans(text, spokenAddress, 'e-mail address')] : written
}

/** A word for the sign in an address. */
const spoken = /(?<![a-z])(?:at|arobase|arroba)[ \])}]/

/** `jane dot doe at gmail dot com`, `jane (arobase) gmail point com`. */
const spokenAddress =
  /(?<![a-z0-9])[a-z0-9][a-z0-9._-]{1,40}(?: (?:dot|point|ponto) [a-z0-9]{1,30}){0,2} ?[[({ ](?:at|arobase|arroba)[\])} ] ?[a-z0-9-]{2,40}(?: ?[[({]? ?(?:dot|point|ponto|nukta|\.) ?[\])}]? ?)(?:com|net|org|co|fr|br|pt|ke|ng|tz|in|pk|bd|cn|et)(?![a-z0-9])/g
