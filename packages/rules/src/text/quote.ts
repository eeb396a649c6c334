/** A text for a sentence: in quotation marks, cut after 60 code points. */
export function quote(text: string): string {
  const characters = Array.from(text)
  return characters.length > 60 ? `"${characters.slice(0, 60).join('')}…"` : `"${text}"`
}

/** `U+FF0F "／"`; a character that has no shape of its own, or that turns the text around it, by number alone. */
export function nameCharacter(character: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${number} "${character}"` : number
}
