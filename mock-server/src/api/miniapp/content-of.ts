import type { Sends } from '../../platform/platform.ts'

type Content = Parameters<Sends['sendService']>[0]['content']

/** Registered or inline; the reader has seen to it that one of the two is there. */
export function contentOf({
  messageId,
  message,
}: {
  readonly messageId?: string
  readonly message?: Exclude<Content, { readonly messageId: string }>
}): Content {
  return messageId === undefined ? (message ?? { title: '', content: '', jumpUrl: '' }) : { messageId }
}
