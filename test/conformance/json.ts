export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** `at(body, 'data.results.0.code')`; `undefined` where there is nothing. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let here = value
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined
    // Arrays are read by their index's text, as objects are by their keys.
    here = (here as { readonly [key: string]: Json | undefined })[key]
  }
  return here
}

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** Every value that `path` has in the entries of a list. */
export function pluck(value: Json | undefined, path: string): readonly (Json | undefined)[] {
  return list(value).map((entry) => at(entry, path))
}

/** The same text for the same value, whatever the order of keys. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing'
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  return `{${entries
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
    .sort()
    .join(',')}}`
}

/** The value of a text that should be JSON; the text itself where it is not. */
export function decoded(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
