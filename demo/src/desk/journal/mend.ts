import type { SenderRecord, Verdict } from '@minibell/mock'
import type { PersonWithUses } from '../../door/control.ts'
import { firstName, spanText } from '../../look/words.ts'

/** What one button does about a refusal. */
export type Mend =
  | { readonly kind: 'advance'; readonly label: string; readonly spanMs: number }
  | { readonly kind: 'open'; readonly label: string; readonly person: string; readonly sender: string }
  | { readonly kind: 'grant'; readonly label: string; readonly sender: string }

/** Who the refused attempt was about, as far as the journal knows. */
export interface Attempt {
  readonly verdict: Verdict
  readonly sender: SenderRecord | undefined
  readonly person: PersonWithUses | undefined
  /** Puts names for ids and local times for UTC. */
  readable?(text: string): string
}

/** The button that mends a refusal; none where only another text or another request would. */
export function mendOf({ verdict, sender, person }: Attempt): Mend | undefined {
  if (verdict.mendAfterMs !== undefined && verdict.mendAfterMs > 0)
    return { kind: 'advance', label: `+${spanText(verdict.mendAfterMs)} on the clock`, spanMs: verdict.mendAfterMs }
  if (verdict.rule === 'MA-4' && sender && person)
    return {
      kind: 'open',
      label: `${firstName(person.name)} opens ${sender.name}`,
      person: person.id,
      sender: sender.id,
    }
  if (verdict.rule === 'MA-6' && sender)
    return { kind: 'grant', label: `Grant ${sender.name} the message capability`, sender: sender.id }
  return undefined
}

/** The whole reason in sentences, `readable` for people: rule, what was expected, what came, how to mend it, where it stands. */
export function reasonText(
  verdict: Verdict,
  readable: (text: string) => string = (text) => text,
): {
  readonly what: string
  readonly how: string
  readonly where: string
} {
  return {
    what: readable(
      `Refused by ${verdict.rule}. Expected: ${clause(verdict.expected)}. Found: ${clause(verdict.received)}.`,
    ),
    how: readable(sentence(verdict.hint.en)),
    where: `Source: ${verdict.source}`,
  }
}

/** Without its own full stop, so that it fits into a sentence. */
function clause(text: string): string {
  return text.replace(/\.\s*$/, '')
}

function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}
