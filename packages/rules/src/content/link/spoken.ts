import { fold } from '../../text/fold.ts'
import { latinLanguages } from '../../text/language.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../terms/compile.ts'
import { lastWord } from './domain-name.ts'
import type { LinkLists } from './finder.ts'

/** Words for the dot of an address, by language, and what is said for `com` behind them. */
const nativeDots: readonly (readonly [dots: string, endings: string])[] = [
  ['دوت|دات|نقطة|دوط', 'كوم|نت|اورج|com|net|org|ما|مصر'],
  ['ڈاٹ|ڈوٹ|نقطہ', 'کام|کوم|نیٹ|آرگ|پی کے|com|net|org|pk'],
  ['डॉट|डाट|डोट|बिंदु', 'कॉम|काम|कोम|नेट|ऑर्ग|इन|com|net|org|in'],
  ['ডট', 'কম(?:এ|ে|তে|এর|ের)?|নেট(?:এ|ে)?|অর্গ(?:এ|ে)?|বিডি(?:তে)?|com|net|org|bd'],
  ['ዶት|ነጥብ|ዳት|ዶት ', 'ኮም|ኔት|ኦርግ|ኢቲ|com|net|org|et'],
]

const native = nativeDots.map(
  ([dots, ends]) =>
    new RegExp(
      `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]* ?(?:${fold(dots).text}) ?(?:${fold(ends).text})(?![\\p{L}\\p{M}])`,
      'u',
    ),
)

/** Texts without one need not be looked through for the rest. */
const nativeDot = new RegExp(nativeDots.map(([dots]) => fold(dots).text).join('|'), 'u')

/** MA-16: finds an address with blanks around its dot or a word in its place: `kijani . com`, `kijani dot com`, `kijani ponto com`. */
export function spokenFinder({ endings, cues }: LinkLists): (text: string) => Span | undefined {
  const spoken = endings.spoken.join('|')
  const unusual = signs(spoken)
  const inWords = new RegExp(
    `(?<![a-z0-9.@-])([a-z0-9-]{2,40})( ?\\. | \\. ?| (?:dot|doti|nukta|digo|point|ponto|punto) )(${spoken})(?![a-z0-9-])( ?(?:\\.|dot|point|ponto|nukta) ?[a-z]{2}(?![a-z]))?`,
    'g',
  )
  return (text) => {
    for (const pattern of [...(nativeDot.test(text) ? native : []), ...(unusualDot.test(text) ? unusual : [])]) {
      const found = pattern.exec(text)
      if (found) return { start: found.index, end: found.index + found[0].length }
    }
    for (const found of matchesOf(text, inWords)) {
      const [all, label = '', dot = '', ending = '', country] = found
      const end = found.index + all.length
      const cue = cues.before.has(lastWord(text.slice(Math.max(0, found.index - 40), found.index)))
      const said = { label, dot: dot.trim() || dot, ending, country, cue, rest: text.slice(end), text }
      if (isAddress({ ...said, apart: dot === ' . ' })) return { start: found.index, end }
    }
    return undefined
  }
}

/** What stands in the place of the dot in all of `signs`. */
const unusualDot = /点|[[({<] ?[.,]|dot|d0t|point|ponto|punto|nukta|digo|[a-z0-9-] \./

/** Brackets around the dot, a blank before it, `点com`: nobody writes them but to hide an address. */
function signs(spoken: string): readonly RegExp[] {
  const dots = '\\.|,|dot|d0t|point|ponto|punto|nukta|digo|点'
  return [
    /[\p{L}\p{N}-]{2,} ?点 ?(?:com|cn|net|org|top|xyz|vip|cc|me|io|康姆|康|网)(?![a-z0-9])/u,
    new RegExp(`(?<![a-z0-9])[\\p{L}\\p{N}-]{2,40} ?[\\[({<] ?(?:${dots}) ?[\\])}>] ?[a-z]{2,10}(?![a-z0-9])`, 'u'),
    new RegExp(`(?<![a-z0-9])[a-z0-9-]{2,40} \\.(?:${spoken})(?![a-z0-9])`),
    /(?<![a-z0-9])[a-z0-9-]{2,40} \. (?:co|com|or|go|ac) ?\. ?[a-z]{2}(?![a-z0-9])/,
    // kijani-dot-com
    new RegExp(`(?<![a-z0-9])[a-z0-9]{3,40}[-_](?:dot|point|ponto|punto|nukta|digo)[-_](?:${spoken})(?![a-z0-9])`),
    // kijanidotcom, kijani dotcom, doti kom
    /(?<![a-z0-9])[a-z0-9-]{3,40}?(?: ?dot ?| ?doti ?| ?nukta ?|point|ponto)(?:com|kom|net|org)(?:dot(?:ke|ng|tz|et|in|br))?(?![a-z0-9])/,
    /(?<![a-z0-9])(?!(?:the|this|that|each|every|one|red|first|last|green|blue) )[a-z0-9-]{3,40} dot (?:(?:ke|ng|tz|ug|gh|et|pk|bd|cn|br|mz|ao|eg|sn|rw)(?![a-z0-9])|in(?=\s*(?:$|[^\s a-z0-9])))/,
  ]
}

interface Said {
  readonly label: string
  /** `.` or a word. */
  readonly dot: string
  /** A blank on both sides of the dot. */
  readonly apart: boolean
  readonly ending: string
  /** `dot ke` behind `dot co`. */
  readonly country: string | undefined
  readonly cue: boolean
  readonly rest: string
  readonly text: string
}

/** Words that stand before "dot" or "point" in a sentence about something else. */
const articles: ReadonlySet<string> = new Set(
  'the a an this that le la un une ce au du o um no do ao este esse cada mesmo qualquer outro seu meu nosso hii hiyo kwa wa ya'.split(
    ' ',
  ),
)

function isAddress({ label, dot, apart, ending, country, cue, rest, text }: Said): boolean {
  if (articles.has(label) || /^\d+$/.test(label)) return false
  if (country !== undefined) return true
  const ends = /^\s*(?:$|[^\s\p{L}\p{N}])/u.test(rest)
  const usual = /^(?:com|net|org|biz|xyz)$/.test(ending)
  if (dot === '.') return apart ? usual && (ends || cue || !isPortuguese(text)) : usual && cue
  // "point" and "ponto" are words, and "com" is one in Portuguese.
  if (dot === 'point') return (ending === 'com' || cue) && (ends || cue || ending === 'com')
  if (dot === 'ponto' || dot === 'punto') return (ending === 'com' || cue) && (ends || cue)
  return usual || cue || ends
}

/** "com" is a word there. */
function isPortuguese(text: string): boolean {
  const languages = latinLanguages(text)
  return languages.size === 1 && languages.has('pt')
}
