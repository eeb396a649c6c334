import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../terms/compile.ts'
import type { Cues } from './cues.ts'
import { lastWord } from './domain-name.ts'

const name =
  /(?<![\p{L}\p{M}\p{N}@.])(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,30}\.){1,3}[\p{L}][\p{L}\p{M}]{1,20}(?![\p{L}\p{M}\p{N}-])/gu

/** Top-level domains in other scripts, folded: countries, and `com` as it sounds. */
const endings: ReadonlySet<string> = new Set(
  '中国 香港 台湾 网址 भारत ভারত বাংলা پاكستان بهارت بارت مصر السعوديه امارات المغرب الجزائر تونس قطر الاردن عمان فلسطين سوريه العراق عراق سودان موريتانيا كوم рф कॉम कोम नेट'.split(
    ' ',
  ),
)

/** Those that are words of the language: they count behind a cue. */
const words: ReadonlySet<string> = new Set('موقع شبكه 公司 网络 网站 在线 商城 商店 购物 संगठन'.split(' '))

/** Chinese words have no blanks between them: what says that an address comes, the name, and its ending. */
const inHan =
  /(?:访问|网址|官网|网站|登录|登陆|打开|进入|点击|浏览|搜索|请到|请上)[是为:： ]{0,2}(\p{Script=Han}{2,20}\.(?:中国|公司|网络|网址|集团|在线|网店|商城|商店|手机|香港|台湾))/u

/** MA-16: the first domain in letters that are not Latin: `موقع.مصر`. */
export function findForeignDomain(text: string, { before }: Cues): Span | undefined {
  if (!/\P{ASCII}/u.test(text)) return undefined
  const han = inHan.exec(text)
  if (han) return { start: han.index + han[0].length - (han[1]?.length ?? 0), end: han.index + han[0].length }
  for (const found of matchesOf(text, name)) {
    const top = found[0].split('.').at(-1) ?? ''
    const cued = words.has(top) && before.has(lastWord(text.slice(0, found.index)))
    if (endings.has(top) || cued) return { start: found.index, end: found.index + found[0].length }
  }
  return undefined
}
