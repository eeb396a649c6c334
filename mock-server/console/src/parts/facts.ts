import type { Person, RuleFacts, SenderRecord } from '@minibell/mock'
import type { Desk } from '../desk.ts'

/** Lists that most pages name things by; empty until they came. */
export interface Facts {
  readonly senders: readonly SenderRecord[]
  readonly persons: readonly Person[]
  sender(id: string | undefined): SenderRecord | undefined
  person(id: string | undefined): Person | undefined
  /** `false`: the lists are not here yet. */
  readonly isKnown: boolean
}

export function factsOf({ get }: Pick<Desk, 'get'>): Facts {
  const senders = get<{ readonly senders: readonly SenderRecord[] }>('/senders').value?.senders
  const persons = get<{ readonly persons: readonly Person[] }>('/persons').value?.persons
  return {
    senders: senders ?? [],
    persons: persons ?? [],
    sender: (id) => senders?.find((one) => one.id === id),
    person: (id) => persons?.find((one) => one.id === id),
    isKnown: senders !== undefined && persons !== undefined,
  }
}

/** Every rule by its id. */
export function rulesOf({ get }: Pick<Desk, 'get'>): ReadonlyMap<string, RuleFacts> {
  const { value } = get<{ readonly rules: readonly RuleFacts[] }>('/rules')
  return new Map((value?.rules ?? []).map((rule) => [rule.id, rule]))
}

/** OA-1: who may sign calls, with the versions of their keys. */
export interface ClientFacts {
  readonly id: string
  readonly keys: readonly { readonly version: number }[]
}
