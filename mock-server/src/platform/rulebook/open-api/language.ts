/** Language tags are compared without regard to case (OA-4). */
export function sameLanguage(first: string, second: string): boolean {
  return first.toLowerCase() === second.toLowerCase()
}

/**
 * OA-4: the entry for a recipient: exact; then the one that shares most leading subtags, the first of equals; then the template's
 * default where it was sent; then the first. `undefined` for no entries.
 */
export function pickLanguage<Entry extends { readonly language: string }>(
  entries: readonly Entry[],
  wanted: { readonly recipient: string; readonly byDefault: string },
): Entry | undefined {
  return (
    entries.find(({ language }) => sameLanguage(language, wanted.recipient)) ??
    nearest(entries, wanted.recipient) ??
    entries.find(({ language }) => sameLanguage(language, wanted.byDefault)) ??
    entries[0]
  )
}

function nearest<Entry extends { readonly language: string }>(
  entries: readonly Entry[],
  recipient: string,
): Entry | undefined {
  let best: { readonly entry: Entry; readonly shared: number } | undefined
  for (const entry of entries) {
    const shared = sharedSubtags(entry.language, recipient)
    if (shared > (best?.shared ?? 0)) best = { entry, shared }
  }
  return best?.entry
}

function sharedSubtags(first: string, second: string): number {
  const others = second.toLowerCase().split('-')
  const subtags = first.toLowerCase().split('-')
  const differs = subtags.findIndex((subtag, index) => subtag !== others[index])
  return differs < 0 ? subtags.length : differs
}
