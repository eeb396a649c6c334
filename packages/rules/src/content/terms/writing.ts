/** How words are written in the language of a list. */
export interface Writing {
  /** A Unicode script. */
  readonly script: string
  /** A regular expression: what may be written right before a term, such as an article. */
  readonly before?: string
  /** The same before a word of four letters or more: what could make another word of a short one. */
  readonly beforeLong?: string
  /** A regular expression: what may be written right after a word of four letters or more, such as an ending. */
  readonly after?: string
}
