/**
 * Decodes `a=1&b` once (JR-6). Takes the text after `?`. Of repeated keys the last wins; a bare key has the value `''`; `+` is
 * a plus; a `%` that starts no UTF-8 sequence is itself; a lone surrogate becomes U+FFFD. `__proto__` is a key like any other.
 */
export function parseQuery(text: string): Readonly<Record<string, string>> {
  const query: Record<string, string> = {}
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const cut = pair.indexOf('=')
    const key = decode(cut < 0 ? pair : pair.slice(0, cut))
    // Assignment would call the setter of __proto__.
    Object.defineProperty(query, key, {
      value: cut < 0 ? '' : decode(pair.slice(cut + 1)),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return query
}

/** Always `key=value`, so that hosts that mishandle bare keys read it too; `''` for no keys. Lone surrogates become U+FFFD. */
export function formatQuery(query: Readonly<Record<string, string>>): string {
  return Object.keys(query)
    .map((key) => `${encode(key)}=${encode(query[key] ?? '')}`)
    .join('&')
}

const utf8 = /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi

function decode(text: string): string {
  return wellFormed(text.replace(utf8, decodeSequence))
}

function decodeSequence(sequence: string): string {
  try {
    return decodeURIComponent(sequence)
  } catch {
    return sequence
  }
}

function encode(text: string): string {
  return encodeURIComponent(wellFormed(text))
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd')
}
