/**
 * A key as bytes that sort like its code units, and back to the same key whatever it holds: each unit is written as UTF-8 writes a
 * character, halves of surrogate pairs too. UTF-8 itself would sort U+E000 … before pairs and lose lone halves.
 */
export function bytesOfKey(key: string): Uint8Array {
  return isAscii(key) ? Buffer.from(key, 'latin1') : unitsOf(key)
}

export function keyOfBytes(bytes: Uint8Array): string {
  let key = ''
  for (let at = 0; at < bytes.length; ) {
    const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    if (first < 0x80) {
      key += String.fromCharCode(first)
      at += 1
    } else if (first < 0xe0) {
      key += String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f))
      at += 2
    } else {
      key += String.fromCharCode(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f))
      at += 3
    }
  }
  return key
}

function isAscii(key: string): boolean {
  for (let at = 0; at < key.length; at += 1) if (key.charCodeAt(at) >= 0x80) return false
  return true
}

function unitsOf(key: string): Uint8Array {
  const bytes: number[] = []
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at)
    if (unit < 0x80) bytes.push(unit)
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f))
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f))
  }
  return Uint8Array.from(bytes)
}
