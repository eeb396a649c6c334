/** One value of ASN.1 in its distinguished encoding: tag, length, content. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.byteLength)]), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)

/** `bytes`: big-endian, not negative. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first < 0 ? Buffer.from([0]) : bytes.subarray(first)
  return (digits[0] ?? 0) > 127 ? der(0x02, Buffer.from([0]), digits) : der(0x02, digits)
}

/** `1.2.840.10045.4.3.2`. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...more] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...more.flatMap(septets)]))
}

/** Of whole bytes. */
export const bitString = (bytes: Uint8Array): Buffer => der(0x03, Buffer.from([0]), bytes)

export const octetString = (bytes: Uint8Array): Buffer => der(0x04, bytes)

export const utf8Text = (text: string): Buffer => der(0x0c, Buffer.from(text))

/** Years 1950 to 2049; to the second. */
export function utcTime(at: number): Buffer {
  const [date = '', time = ''] = new Date(at).toISOString().slice(2, 19).split('T')
  return der(0x17, Buffer.from(`${date.replaceAll('-', '')}${time.replaceAll(':', '')}Z`))
}

function lengthOf(length: number): readonly number[] {
  if (length < 128) return [length]
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
}

/** Base 128, all but the last with the high bit. */
function septets(number: number): readonly number[] {
  const digits = [number & 127]
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 127) | 128)
  return digits
}
