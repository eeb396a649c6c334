/** Reads UTF-8 in pieces of any length, for hosts without `TextDecoder`: a character that is cut waits for its rest. Throws at what is no UTF-8. */
export function textReader(): (piece: ArrayBuffer) => string {
  let rest: number[] = []
  return (piece) => {
    const bytes = rest.concat(Array.from(new Uint8Array(piece)))
    const end = wholeOf(bytes)
    rest = bytes.slice(end)
    const written = bytes.slice(0, end).map((byte) => `%${(byte + 256).toString(16).slice(1)}`)
    return decodeURIComponent(written.join(''))
  }
}

/** How many of them are whole characters. */
function wholeOf(bytes: readonly number[]): number {
  const end = bytes.length
  for (let back = 1; back <= Math.min(4, end); back += 1) {
    const byte = bytes[end - back] as number // it is inside
    if (byte < 0x80) return end
    // The first byte says how many there are: it begins with so many ones.
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? end - back : end
  }
  return end
}
