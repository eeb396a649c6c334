/** A way of writing a variable or markup that service messages may not use (MA-10). */
export interface VariableForm {
  readonly kind: 'variable' | 'markup'
  /** How it is written, for people. */
  readonly form: string
  /** A regular expression, flag `u`; linear on any text. */
  readonly pattern: string
}

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{Nd}_.-]{0,39}`
const conversion = String.raw`[-+0#]?\d{0,3}(?:\.\d{1,2})?(?:hh|h|ll|l|L|q|j|z|t)?`
const currencies = 'US|CA|AU|NZ|HK|SG|USD|CAD|AUD|NZD|HKD|SGD|TT|TTD'
const wordEnd = String.raw`(?![\p{L}\p{M}\p{Nd}])`

/** What placeholders in brackets are called, as templates in the served languages have them. */
const fieldNames = String.raw`(?i:(?:your |first |last |full |customer |client |user |company |business |product |recipient |patient )?name|(?:first|last|user)name|customer|recipient|insert [^\]]{1,30}|your [^\]]{1,30}|pr[ée]nom|nom(?: (?:du |de )?(?:client|complet|famille))?|votre nom|nome(?: d[oe] cliente)?|seu nome|sobrenome|jina(?: (?:lako|la mteja))?|suna(?:nka|nku)?|sunan abokin ciniki)|ስም|የደንበኛ ስም|नाम|ग्राहक का नाम|নাম|গ্রাহকের নাম|نام|گاہک کا نام|الاسم|اسم|اسم العميل|姓名|名字|客户姓名|用户名|昵称|客户名称`

/** The same for what may also be a tag before a text: "[Code] 1234". */
const fieldValues = String.raw`(?i:code|otp|pin|amount|date|time|link|url|order(?: (?:id|no|number))?|id|e-?mail|phone(?: number)?|address|city|price|balance|number|value|due date|total|blank|field|placeholder|variable|montant|lien|solde|num[ée]ro|adresse|valor|c[óo]digo|data|saldo|n[úu]mero|endere[çc]o|kiasi|namba|nambari|tarehe|kiungo|adadi|lamba|kwanan wata)|መጠን|ኮድ|ቀን|ቁጥር|राशि|कोड|तारीख|नंबर|लिंक|পরিমাণ|কোড|তারিখ|নম্বর|লিংক|رقم|کوڈ|تاریخ|لنک|المبلغ|الرمز|التاريخ|الرقم|الرابط|金额|验证码|日期|时间|链接|编号|订单号`

/** In the order in which they are looked for; the first that is found is told. Percent signs after a number are spared: `5%de`. */
export const variableForms: readonly VariableForm[] = [
  { kind: 'variable', form: '${x}', pattern: String.raw`\$\s?\{[^{}]*\}?` },
  { kind: 'variable', form: '{{x}}', pattern: String.raw`\{\s?\{[^{}]*\}?` },
  { kind: 'variable', form: '{x}', pattern: String.raw`\{[^{}]*\}` },
  { kind: 'variable', form: '[% x %]', pattern: String.raw`\[%[^\]]*\]` },
  { kind: 'variable', form: '*|x|*', pattern: String.raw`\*\|[^|]*\|\*` },
  { kind: 'variable', form: '((x))', pattern: String.raw`\(\([^()]{1,40}\)\)` },
  {
    kind: 'variable',
    form: '$x',
    pattern: String.raw`(?<![A-Za-z\d$])\$\$?(?!(?:${currencies})(?![A-Za-z]))[\p{L}_][\p{L}\p{M}\p{Nd}_.]{0,39}`,
  },
  { kind: 'markup', form: '<!-- x -->', pattern: '<!--' },
  { kind: 'markup', form: '<x>', pattern: String.raw`<[/!?%]?=?\s?[\p{L}\p{N}_$][^<>]*>` },
  { kind: 'variable', form: '%1$s', pattern: String.raw`%\d{1,2}\$${conversion}[A-Za-z@]` },
  { kind: 'variable', form: '%(x)s', pattern: String.raw`%\(${name}\)[sdifr]${wordEnd}` },
  { kind: 'variable', form: '%%x%%', pattern: `%%${name}` },
  { kind: 'variable', form: '%x%', pattern: String.raw`(?<!\p{Nd})%[A-Za-z_][\w.-]{1,39}%` },
  {
    kind: 'variable',
    form: '%s',
    pattern: String.raw`(?<!\p{Nd}[\s\u00a0\u202f]?)%${conversion}[sdiufFeEgGxXocpaA@]${wordEnd}`,
  },
  { kind: 'variable', form: '%s', pattern: String.raw`%(?:s|d|ld|lu|\.\d{1,2}f)(?![\p{L}\p{M}\p{Nd}'’])` },
  { kind: 'variable', form: '#x#', pattern: `#${name}#` },
  { kind: 'variable', form: '[[x]]', pattern: String.raw`\[\[[^[\]]*\]\]` },
  { kind: 'variable', form: '[x]', pattern: String.raw`\[[\p{L}\d]{1,20}(?:[_.][\p{L}\d]{1,20}){1,4}\]` },
  { kind: 'variable', form: '[x]', pattern: String.raw`[[【]\s?(?:${fieldNames})\s?[\]】]` },
  { kind: 'variable', form: '[x]', pattern: String.raw`(?<!^\s?)[[【]\s?(?:${fieldValues})\s?[\]】]` },
  { kind: 'variable', form: '@x@', pattern: String.raw`(?<![\p{L}\p{Nd}])@{1,2}[A-Za-z_][\w.]{0,39}@` },
  { kind: 'variable', form: '__x__', pattern: String.raw`__[A-Za-z]\w{0,39}?__` },
  { kind: 'markup', form: ':x:', pattern: String.raw`(?<![\p{L}\p{M}\p{N}:]):[a-z][a-z\d_+-]{1,39}:(?![\p{L}\p{N}])` },
  {
    kind: 'variable',
    form: ':x',
    pattern: String.raw`(?<![\p{L}\p{M}\p{N}:]):(?:[a-z][a-z\d]*(?:_[a-z\d]+|[A-Z][a-z\d]*)+|name|user|username|code|otp|amount|order|id)${wordEnd}`,
  },
  { kind: 'markup', form: '[x](y)', pattern: String.raw`\[[^[\]]*\]\(` },
  { kind: 'markup', form: '[x]…[/x]', pattern: String.raw`\[/[a-z]{1,12}\]|\[(?:url|img|color|size|quote)=[^[\]]*\]` },
  {
    kind: 'markup',
    form: '**x**',
    pattern: String.raw`(?<![\p{L}\p{N}*])\*\*(?![\s*])[^*]*(?<!\s)\*\*(?![\p{L}\p{N}*])`,
  },
  {
    kind: 'markup',
    form: '*x*',
    pattern: String.raw`(?<![\p{L}\p{M}\p{N}*])\*(?=\p{L})[^*]{1,80}(?<=[\p{L}\p{M}\p{N}!?.])\*(?![\p{L}\p{N}*])`,
  },
  {
    kind: 'markup',
    form: '_x_',
    pattern: String.raw`(?<![\p{L}\p{M}\p{N}_])_(?=\p{L})[^_]{1,80}(?<=[\p{L}\p{M}\p{N}!?.])_(?![\p{L}\p{N}_])`,
  },
  {
    kind: 'markup',
    form: '~x~',
    pattern: String.raw`(?<![\p{L}\p{M}\p{N}~])~{1,2}(?=\p{L})[^~]{1,80}(?<=\S)~{1,2}(?![\p{L}\p{N}~])`,
  },
  { kind: 'markup', form: '# x', pattern: String.raw`^\s?#{1,6}\s\p{L}` },
  {
    kind: 'markup',
    form: '`x`',
    pattern: '```|(?<![\\p{L}\\p{N}`])`[^\\s`](?:[^`]*[^\\s`])?`(?![\\p{L}\\p{N}`])',
  },
  {
    kind: 'markup',
    form: '&x;',
    pattern: String.raw`&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|nbsp|amp|lt|gt|quot|apos|copy|reg|trade|deg|euro|pound|yen|cent|hellip|mdash|ndash|bull|middot|times|laquo|raquo|lsquo|rsquo|ldquo|rdquo|eacute|egrave|agrave|ccedil);`,
  },
]
