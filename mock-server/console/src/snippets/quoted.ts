/** In double quotes with backslashes, as JavaScript, Python and Go read them. */
export function inDoubleQuotes(text: string): string {
  return JSON.stringify(text)
}

/** In single quotes, where PHP knows two escapes. */
export function inPhpQuotes(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** In single quotes, where a shell reads everything as it stands; a quote inside leaves and comes back. */
export function inShellQuotes(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** As double quotes, with all that is not ASCII by number, whatever encoding the compiler takes a file for. */
export function inJavaQuotes(text: string): string {
  const numbered = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text).replace(/[^\x20-\x7e]/g, numbered)
}
