import type { Bilingual } from '../../rule.ts'
import { nameCharacter } from '../../text/quote.ts'

/** Why a character is special, for the one who has to mend it. */
export type SpecialKind =
  | 'line break'
  | 'control'
  | 'direction control'
  | 'joiner'
  | 'invisible'
  | 'private use'
  | 'broken character'
  | 'emoji'
  | 'look-alike'
  | 'other space'
  | 'other script'
  | 'misplaced'
  | 'symbol'

const kinds: readonly (readonly [SpecialKind, RegExp])[] = [
  ['line break', /[\n\r\v\f\u0085\u2028\u2029]/u],
  ['control', /\p{Cc}/u],
  ['direction control', /[\u202a-\u202e\u2066-\u206f]/u],
  ['joiner', /[\u200c\u200d]/u],
  ['emoji', /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u20e3|\ufe0e|\ufe0f/u],
  ['invisible', /\p{Cf}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u3164|\uffa0/u],
  ['private use', /\p{Co}/u],
  ['broken character', /[\p{Cs}\p{Cn}]|\ufffd/u],
  ['other space', /\p{Z}/u],
]

/** The first kind that fits. */
export function kindOf(character: string): SpecialKind {
  const known = kinds.find(([, pattern]) => pattern.test(character))
  if (known) return known[0]
  if (character.normalize('NFKC') !== character) return 'look-alike'
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? 'other script' : 'symbol'
}

const mends: Readonly<Record<SpecialKind, Bilingual>> = {
  'line break': { en: 'Write it in one line.', zh: '请写成一行，不要换行。' },
  control: { en: 'Take the control character away.', zh: '请删除控制字符。' },
  'direction control': {
    en: 'Take it away; the marks LRM, RLM and ALM are allowed.',
    zh: '请删除；可以使用 LRM、RLM、ALM 方向标记。',
  },
  joiner: {
    en: 'A joiner passes only between letters of one Arabic or Indic script. Take it away.',
    zh: '连接符只能出现在同一阿拉伯或印度文字的字母之间，请删除。',
  },
  emoji: { en: 'Say it in words; emoji are not allowed.', zh: '请用文字表达，不允许使用表情符号。' },
  invisible: { en: 'Take the invisible character away.', zh: '请删除不可见字符。' },
  'private use': { en: 'Use characters of Unicode; this one has no public meaning.', zh: '请勿使用私用区字符。' },
  'broken character': { en: 'Check the encoding; the text was damaged on its way.', zh: '文本编码有误，请检查。' },
  'look-alike': { en: 'Say it in words, or with plain characters.', zh: '请用文字或普通字符表达。' },
  'other space': { en: 'Use a plain space.', zh: '请使用普通空格。' },
  'other script': {
    en: 'Write in Latin, Arabic, Ethiopic, Devanagari, Bengali or Chinese characters.',
    zh: '请使用拉丁、阿拉伯、埃塞俄比亚、天城、孟加拉文字或汉字。',
  },
  misplaced: {
    en: '"#" and "+" pass right before a digit, "$" not before a name, and accents on a letter only.',
    zh: '“#”和“+”只能紧接数字，“$”后不能紧接名称，附加符号只能加在字母上。',
  },
  symbol: { en: 'Say it in words, or with punctuation.', zh: '请用文字或标点符号表达。' },
}

/** How to mend a special character; `plain` is what may stand in its place. */
export function hintFor(
  { character, kind, plain }: { readonly character: string; readonly kind: SpecialKind; readonly plain?: string },
  part: Bilingual,
): Bilingual {
  const { en, zh } = mends[kind]
  const name = nameCharacter(character)
  return {
    en: `${name} may not stand there in ${part.en}. ${plain ? `Write "${plain}" instead.` : en}`,
    zh: `${part.zh}中该处不能使用 ${name}。${plain ? `请改用“${plain}”。` : zh}`,
  }
}
