import type { InboxItem, ServiceMessage } from '@minibell/protocol'

/**
 * The bubble at the capsule button, as a value: each function below answers with the next one, or with the same object
 * when nothing changed. There is one bubble at most; what arrives meanwhile joins it. A next one stays `dwellMs`.
 */
export interface Bubble {
  /** Oldest first. */
  readonly items: readonly InboxItem[]
  /** Stands in for items: a tap led nowhere. Without items and notice there is no bubble. */
  readonly notice?: string
}

/** The one value that stands for no bubble: compare with `===`. */
export const noBubble: Bubble = { items: [] }

/** How long a bubble stays untouched, after its last change. */
export const dwellMs = 6000

/** What speaks against a bubble. */
export interface Circumstances {
  /** Whether the recipient muted that sender. */
  readonly isMuted: (sender: string) => boolean
  /** Where the person is: a message that leads right there needs no bubble. */
  readonly page?: { readonly path: string; readonly query: Readonly<Record<string, string>> } | undefined
  /** The host switched bubbles off. */
  readonly off?: boolean | undefined
  /** Do not disturb: whether this one has to wait in the inbox, by its sender, its kind or the hour. Default: none. */
  readonly isQuiet?: ((item: InboxItem) => boolean) | undefined
}

/** `arrived` oldest first, as the inbox's `received` gives them. */
export function arrive(bubble: Bubble, arrived: readonly InboxItem[], circumstances: Circumstances): Bubble {
  const { isMuted, page, off, isQuiet } = circumstances
  const worth = arrived.filter(
    (item) => !off && !isMuted(item.sender) && !isHere(item, page) && !(isQuiet && isQuiet(item)),
  )
  return worth[0] ? { items: bubble.items.concat(worth) } : bubble
}

/** Read, withdrawn, expired or dismissed, here or elsewhere: the last one to go closes the bubble. */
export function leave(bubble: Bubble, itemIds: readonly string[]): Bubble {
  const items = bubble.items.filter(({ id }) => itemIds.indexOf(id) < 0)
  return items.length === bubble.items.length ? bubble : items[0] ? { items } : noBubble
}

/** Its time is up: under a pointer, a finger or the focus it gets as much again. */
export function elapse(bubble: Bubble, { held }: { readonly held: boolean }): Bubble {
  return held ? { ...bubble } : noBubble
}

function isHere({ message }: InboxItem, page: Circumstances['page']): boolean {
  // What a kind without a jump lacks is undefined; only a page has a path.
  const { jump } = message as Partial<ServiceMessage>
  if (!page || !jump || jump.path !== page.path) return false
  const names = Object.keys({ ...jump.query, ...page.query })
  return names.every((name) => jump.query[name] === page.query[name])
}
