import { punctuation } from './punctuation.ts'

/** The allow-list of MA-11, as data. Lists of characters are plain texts. */
export interface AllowedCharacters {
  /** Unicode scripts whose letters, marks and numbers pass, look-alikes excepted. */
  readonly scripts: readonly string[]
  /** Letters of no script, or with a compatibility form, that pass all the same. */
  readonly letters: string
  /** Digits that Unicode counts to no one script. */
  readonly digits: string
  /** Marks of no script: regular-expression ranges. They stand after a letter, a digit, a joiner or another mark. */
  readonly marks: string
  /** As many marks may stand on one letter. */
  readonly marksInRow: number
  readonly spaces: string
  /** By language. What `refused` or a condition names is left out. */
  readonly punctuation: Readonly<Record<string, string>>
  /** Signs that pass anywhere, besides all currency signs. */
  readonly signs: string
  /** Pass only right before a digit. */
  readonly beforeDigits: string
  /** Currency signs that do not pass right before a letter or `_`. */
  readonly notBeforeName: string
  /** Never pass, though a language lists them. */
  readonly refused: string
  /** Invisible marks of direction that pass. */
  readonly directionMarks: string
  readonly joiners: {
    readonly characters: string
    /** Both neighbours belong to one of these. */
    readonly scripts: readonly string[]
  }
}

/** The row of MA-11 for the eleven languages: Latin, Arabic, Ethiopic, Devanagari, Bengali and Chinese writing. */
export const servedCharacters: AllowedCharacters = {
  scripts: ['Latin', 'Arabic', 'Ethiopic', 'Devanagari', 'Bengali', 'Han'],
  // Modifier apostrophe (Hausa), Arabic tatweel, the two ordinal indicators (Portuguese).
  letters: '\u02bc\u0640ªº',
  digits: '0123456789٠١٢٣٤٥٦٧٨٩',
  // Marks of decomposed Latin letters, Arabic vowels and signs, and Vedic tone marks of Devanagari.
  marks: String.raw`\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331\u064b-\u0655\u0670\u0951\u0952`,
  marksInRow: 4,
  spaces: ' \u00a0\u202f',
  punctuation,
  signs: '%٪°',
  beforeDigits: '#+',
  notBeforeName: '$＄﹩',
  // Full-width forms are the same signs.
  refused: '<>{}\\|~^=＜＞｛｝＼｜～＾＝',
  directionMarks: '\u200e\u200f\u061c',
  joiners: { characters: '\u200c\u200d', scripts: ['Arabic', 'Devanagari', 'Bengali'] },
}
