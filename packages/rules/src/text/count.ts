/** The lengths of a text by the ways of counting that never give more than the first. */
export interface TextLengths {
  /** What the rules count. */
  readonly codePoints: number
  /** What people see as one character. */
  readonly graphemes: number
  /** Code points after composition (NFC): typed `e` + accent counts once. */
  readonly composed: number
}

/** Counts a text in each way; UTF-16 units, of which there are never fewer than code points, excuse nothing. */
export function countText(text: string): TextLengths {
  return {
    codePoints: countCodePoints(text),
    graphemes: Array.from(new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)).length,
    composed: countCodePoints(text.normalize('NFC')),
  }
}

/** A lone surrogate counts as one. */
export function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
