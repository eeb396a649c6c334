import type { SenderRecord } from '../../platform/world.ts'
import type { SendBody } from './shapes.ts'

/** OA-11, lenient: `actionUrl` wins over a `redirectUrl` that is no page of this mini-program. */
export function redirectOf(body: SendBody, sender: SenderRecord): string | undefined {
  const { redirectUrl, actionUrl } = body
  if (actionUrl !== undefined && actionUrl !== '' && !isPage(redirectUrl, sender)) return actionUrl
  return redirectUrl === '' ? undefined : redirectUrl
}

/** OA-11, lenient: the same body gives the same id, so that a repeated request is still a repetition (OA-9). */
export function derivedRequestId(comparable: unknown): string {
  const text = canonical(comparable)
  return `derived-${hash(text, 0x811c9dc5)}${hash(text, 0x9e3779b9)}`
}

function isPage(url: string | undefined, sender: SenderRecord): boolean {
  if (url === undefined) return false
  const path = url
    .replace(/[?#].*$/s, '')
    .replace(/^\//, '')
    .replace(/\.html$/, '')
  return sender.pages.some((page) => page.path === path)
}

/** JSON with keys in order, so that equal values give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

/** 32 bits of FNV-1a over UTF-16 units; it need not resist anybody. */
function hash(text: string, start: number): string {
  let sum = start
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}
