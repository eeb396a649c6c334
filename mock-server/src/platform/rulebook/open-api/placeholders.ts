/** Names of `${name}` in a template's text, in order, each once (OA-6). */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))]
}

/** Puts values in, in one pass: a value that looks like a placeholder stays text. A name without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

const placeholder = /\$\{([^{}]*)\}/g
