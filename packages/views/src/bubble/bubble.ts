import type { InboxItem, PageJump } from '@minibell/protocol'

/**
 * The bubble at the capsule button, as a value: each function below answers with the next one, the same object when
 * nothing changed. There is one bubble at most; what arrives meanwhile joins it.
 */
export interface Bubble {
  /** Oldest first. None: no bubble. */
  readonly items: readonly InboxItem[]
  /** `held`: under a pointer, a finger or the focus. `released`: was held and is about to leave. */
  readonly phase: 'shown' | 'held' | 'released'
}

export const noBubble: Bubble = { items: [], phase: 'shown' }

/** What speaks against a bubble. */
export interface Circumstances {
  /** Default: nobody is muted. */
  readonly isQuiet?: (sender: string) => boolean
  /** Where the person is. A message that leads right there needs no bubble. */
  readonly page?: { readonly path: string; readonly query: Readonly<Record<string, string>> } | undefined
  /** The host switched bubbles off. */
  readonly off?: boolean | undefined
}

/** `arrived` oldest first, as the inbox's `received` gives them. */
export function arrive(bubble: Bubble, arrived: readonly InboxItem[], circumstances: Circumstances = {}): Bubble {
  const { isQuiet, page, off } = circumstances
  if (off) return bubble
  const worth = arrived.filter((item) => !isQuiet?.(item.sender) && !isHere(item, page))
  if (worth.length === 0) return bubble
  const phase = bubble.phase === 'held' && bubble.items.length > 0 ? 'held' : 'shown'
  return { items: [...bubble.items, ...worth], phase }
}

/** Read, withdrawn, expired or dismissed elsewhere: they leave the bubble, and the last one closes it. */
export function leave(bubble: Bubble, itemIds: readonly string[]): Bubble {
  const items = bubble.items.filter(({ id }) => itemIds.indexOf(id) < 0)
  if (items.length === bubble.items.length) return bubble
  return items.length > 0 ? { ...bubble, items } : noBubble
}

/** A held bubble does not leave by itself. */
export function hold(bubble: Bubble): Bubble {
  return bubble.items.length > 0 ? { ...bubble, phase: 'held' } : bubble
}

export function release(bubble: Bubble): Bubble {
  return bubble.phase === 'held' ? { ...bubble, phase: 'released' } : bubble
}

export interface BubbleTimings {
  /** How long an untouched bubble stays after the last arrival. Default 6,000. */
  readonly dwellMs?: number
  /** How long it stays after it was let go. Default 3,000. */
  readonly lingerMs?: number
}

/** How long from now on it stays; `undefined` while there is none or while it is held. */
export function staysMs(
  { items, phase }: Bubble,
  { dwellMs = 6000, lingerMs = 3000 }: BubbleTimings = {},
): number | undefined {
  if (items.length === 0 || phase === 'held') return undefined
  return phase === 'shown' ? dwellMs : lingerMs
}

function isHere({ message }: InboxItem, page: Circumstances['page']): boolean {
  if (!page || message.kind === 'unsupported' || message.jump?.kind !== 'page') return false
  return message.jump.path === page.path && isSame(message.jump.query, page.query)
}

function isSame(one: PageJump['query'], other: PageJump['query']): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
