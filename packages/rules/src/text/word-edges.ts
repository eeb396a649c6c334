let last: { readonly text: string; readonly edges: ReadonlySet<number> } | undefined
let segmenter: Intl.Segmenter | undefined

/**
 * Whether a span of a text without blanks begins and ends where words do: `上分` in `线上分享` does not. By the host's dictionary;
 * where it has none, every place is an edge.
 */
export function isBetweenWords(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (typeof Intl.Segmenter === 'undefined') return true
  if (last?.text !== text) last = { text, edges: edgesOf(text) }
  return last.edges.has(start) && last.edges.has(end)
}

function edgesOf(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const edges = new Set([text.length])
  for (const { index } of segmenter.segment(text)) edges.add(index)
  return edges
}
