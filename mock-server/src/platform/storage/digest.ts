/** 106 bits of a text as 22 characters of 0-9 and a-z; for keys, not for secrets. */
export function digestOf(text: string): string {
  return half(text, 0xdeadbeef, 0x41c6ce57) + half(text, 0x9e3779b9, 0x85ebca6b)
}

/** cyrb53. */
function half(text: string, seedOne: number, seedTwo: number): string {
  let one = seedOne
  let two = seedTwo
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 2654435761)
    two = Math.imul(two ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36).padStart(11, '0')
}
