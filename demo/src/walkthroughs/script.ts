import type { PageName } from '../desk/console/desk-pages.ts'
import type { Eyes } from './eyes.ts'
import type { Hands } from './hands.ts'

/** A story of the demo, told step by step to a person and run headless as an end-to-end test. */
export interface Walkthrough {
  readonly id: string
  readonly title: string
  /** One sentence: what it shows. */
  readonly about: string
  /** Whose phone it is played on, with this mini-program open at its home page. */
  readonly person: string
  readonly sender: string
  readonly steps: readonly Step[]
}

export interface Step {
  /** Kebab-case, for screenshots and reports; addresses count steps from 1. */
  readonly id: string
  readonly title: string
  /** What happens and how to do it by hand. */
  readonly text: string
  /** The panel that shows it where only one fits. */
  readonly panel: 'phone' | 'send' | 'journal'
  /** The desk's page that it plays on; absent: the one that is open. */
  readonly desk?: PageName
  /** Its act loads the page anew: the play goes on behind that. */
  readonly reloads?: true
  /** Does it the way a person or a developer's server would. A reload never comes back from here. */
  act(hands: Hands): Promise<void>
  readonly claims: readonly Claim[]
}

export interface Claim {
  readonly says: string
  /** Looks at the page or asks the platform, never at what `act` kept. Answers what it found instead when the claim is false. */
  check(eyes: Eyes): Promise<Found> | Found
}

export type Found = { readonly holds: true } | { readonly holds: false; readonly found: string }

/** `found` is shown as text when it is not what was expected. */
export function expectSame(found: unknown, expected: unknown): Found {
  const text = JSON.stringify(found) ?? 'nothing'
  return text === JSON.stringify(expected) ? { holds: true } : { holds: false, found: text }
}

export function expectThat(holds: boolean, found: string): Found {
  return holds ? { holds } : { holds, found }
}
