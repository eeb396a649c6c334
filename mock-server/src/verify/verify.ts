import type { Backend } from './backend.ts'
import type { Check } from './checks/check.ts'
import { log } from './checks/log.ts'
import { receipts } from './checks/receipts.ts'
import { sessions } from './checks/sessions.ts'
import { ways } from './checks/ways.ts'
import { Claim, Lacking } from './claim.ts'
import { visit } from './visit.ts'

/** What one check found. `skipped`: it lacks something, and `why` says what to give. */
export interface Outcome {
  readonly id: string
  readonly title: string
  readonly word: 'passed' | 'failed' | 'skipped'
  readonly why?: string
}

const checks: readonly Check[] = [...sessions, ...log, ...receipts, ...ways]

/**
 * Tries docs/delivery-protocol.md on any backend, from outside: one session, and a way to make messages appear. The person gets about
 * twenty messages. Rejects only when the backend cannot be reached at all.
 */
export async function verifyDelivery(
  backend: Backend,
  options: { readonly id?: string; readonly told?: (outcome: Outcome) => void } = {},
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const check of checks.filter(({ id }) => options.id === undefined || options.id === id)) {
    const outcome = await outcomeOf(check, backend)
    outcomes.push(outcome)
    options.told?.(outcome)
  }
  return outcomes
}

async function outcomeOf(check: Check, backend: Backend): Promise<Outcome> {
  const { id, title } = check
  const visiting = visit(backend)
  try {
    await check.run(visiting)
    return { id, title, word: 'passed' }
  } catch (error) {
    if (error instanceof Lacking) return { id, title, word: 'skipped', why: error.message }
    if (error instanceof Claim) return { id, title, word: 'failed', why: `${error.message} (last: ${visiting.last()})` }
    throw error
  } finally {
    visiting.leave()
  }
}
