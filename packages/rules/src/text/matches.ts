/**
 * Every match of a global pattern, as `matchAll` gives them. It takes the pattern as it is, where `matchAll` makes another of it; and most
 * patterns match nothing.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let found = pattern.exec(text)
  if (!found) return none
  const all: RegExpExecArray[] = []
  while (found) {
    all.push(found)
    if (found[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1
    found = pattern.exec(text)
  }
  return all
}

const none: readonly RegExpExecArray[] = []
