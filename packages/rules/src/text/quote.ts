/** A text for a sentence: in quotation marks, cut after 60 code points, what cannot be seen written as `‹U+202E›`. */
export function quote(text: string): string {
  const characters = Array.from(text)
  const shown = characters
    .slice(0, 60)
    .map((character) => (isVisible(character) ? character : `‹${number(character)}›`))
  return `"${shown.join('')}${characters.length > 60 ? '…' : ''}"`
}

/** `U+FF0F "／"`; a character that has no shape of its own, or that turns the text around it, by number alone. */
export function nameCharacter(character: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${number(character)} "${character}"` : number(character)
}

function isVisible(character: string): boolean {
  return character === ' ' || !/^[\p{C}\p{Z}]/u.test(character)
}

function number(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
