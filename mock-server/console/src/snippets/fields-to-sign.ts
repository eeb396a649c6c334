/** What a caller of `/miniapp/v1` signs: every top-level field by name, as `name=value`, joined by `&`; what is no text as JSON with sorted names. */
export function fieldsToSign(body: Readonly<Record<string, unknown>>): string {
  return Object.keys(body)
    .sort()
    .map((name) => `${name}=${typeof body[name] === 'string' ? body[name] : JSON.stringify(sorted(body[name]))}`)
    .join('&')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
