/** One message of a file, before anything is said of it. */
export interface DraftMessage {
  readonly file: string
  /** 1 is the first; where the message begins. */
  readonly line: number
  readonly title?: string
  readonly content?: string
  readonly jumpUrl?: string
  /** Whose it is, where the file says so. */
  readonly appId?: string
}

/** Fields of a JSON value or of a CSV row; a whole request with `message` inside is taken too. Nothing for what is no object. */
export function draftOf(
  value: unknown,
  at: { readonly file: string; readonly line: number },
): DraftMessage | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const outer = new Map<string, unknown>(Object.entries(value))
  const message = outer.get('message')
  const inner =
    typeof message === 'object' && message !== null ? new Map<string, unknown>(Object.entries(message)) : outer
  const texts = {
    title: inner.get('title'),
    content: inner.get('content'),
    jumpUrl: inner.get('jumpUrl'),
    appId: outer.get('miniappId') ?? outer.get('appId'),
  }
  return { ...at, ...Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === 'string')) }
}
