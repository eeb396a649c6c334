import type { PageJump } from '@minibell/protocol'
import type { RateWindow } from '../rulebook/miniapp/rate-window.ts'
import type { PersonId, SenderId } from '../world.ts'
import { digestOf } from './digest.ts'
import { type Key, keyOf, prefixOf } from './key.ts'

/** The partition of one sender's sends. */
export function appPartition(sender: SenderId): string {
  return keyOf('app', sender).text
}

export const appPartitions = 'app/'

/** MA-18: words that an operator refused. */
export interface RefusedWords {
  readonly at: number
  readonly reason: string
  readonly title: string
  readonly content: string
}

/** MA-20: a version of the rules that a sender agreed to by sending. */
export interface Agreement {
  readonly name: string
  readonly version: string
  readonly at: number
}

export interface RegisteredMessage {
  readonly title: string
  readonly content: string
  readonly jump: PageJump
}

/**
 * Decision 10: who asks with a request id holds it, with the ids that its items will have, before anything is delivered. Without
 * an answer the send is under way, or broke off: whoever comes next with the same body carries it on.
 */
export interface Claim<Answer> {
  readonly base: string
  /** A digest of what was asked. */
  readonly body: string
  readonly answer?: Answer
}

/** To whom a send went, by place in its list; items are `base-place`. */
export interface SentRow {
  readonly persons: readonly (PersonId | null)[]
}

export const appKeys = {
  /** How many ids were given. */
  serial: keyOf<number>('serial'),
  rate: keyOf<RateWindow>('rate'),
  /** Messages of the open API to one person. */
  often: (person: PersonId): Key<RateWindow> => keyOf('often', person),
  /** Accepted calls, while they are counted (70003). */
  calls: keyOf<RateWindow>('calls'),
  /** The newest last. */
  agreed: keyOf<readonly Agreement[]>('agreed'),
  refused: (words: { readonly title: string; readonly content: string }): Key<RefusedWords> =>
    keyOf('refused', digestOf(`${words.title}\n${words.content}`)),
  message: (id: string): Key<RegisteredMessage> => keyOf('message', id),
  claim: <Answer>(
    kind: 'register' | 'service' | 'template' | 'file' | 'job',
    client: string,
    requestId: string,
  ): Key<Claim<Answer>> => keyOf('claim', kind, client, requestId),
  sent: (base: string): Key<SentRow> => keyOf('sent', base),
  /** Persons who may have heard of this sender. */
  knownTo: (person: PersonId): Key<true> => keyOf('known', person),
  knownToAll: prefixOf('known'),
} as const
