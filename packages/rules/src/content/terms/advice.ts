import type { Span, TermFinder } from './compile.ts'

/** Whether the sentence around a span, up to the signs that end it, has one of the finder's terms. A question goes with what answers it. */
export function inSentenceWith(text: string, { start, end }: Span, find: TermFinder): boolean {
  const before = text.slice(0, start).split(sentenceEnd).at(-1) ?? ''
  const [after = ''] = text.slice(end).split(sentenceEnd)
  return find(before + text.slice(start, end) + after) !== undefined
}

const sentenceEnd = /[.!](?!\d)|[;。！।۔።]/u
