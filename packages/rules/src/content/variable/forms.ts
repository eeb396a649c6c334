/** A way of writing a variable or markup that service messages may not use (MA-10). */
export interface VariableForm {
  readonly kind: 'variable' | 'markup'
  /** How it is written, for people. */
  readonly form: string
  /** Each text of this form has one of them; the form's first sign if left out, none for `''`. */
  readonly signs?: string
  /** A field left open, in the syntax of no program: `____`, `XX:XX`. */
  readonly blank?: true
  /** A regular expression, flag `u`; linear on any text. */
  readonly pattern: string
}

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{Nd}_.-]{0,39}`
const conversion = String.raw`[-+0#]?\d{0,3}(?:\.\d{1,2})?(?:hh|h|ll|l|L|q|j|z|t)?`
const currencies = 'US|CA|AU|NZ|HK|SG|USD|CAD|AUD|NZD|HKD|SGD|TT|TTD'
/** Chinese words have no blanks between them, so a sign of Han ends a name. */
const wordEnd = String.raw`(?!(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}])`
const wordStart = String.raw`(?<![A-Za-z\p{Nd}])`

/** "Name", and whose it may be; together in brackets they are a field, in whatever order and grammar a language puts them. */
const nameWord = String.raw`(?:(?<!\p{L})(?i:(?:sur|full|first|last|user)?name|(?:pr[ée]|sur)?nom|(?:sobre)?nome|jina|suna[nr]?)(?!\p{L})|ስም|नाम|নাম|نام|اسم|姓名|名字|姓氏|昵称|称呼|(?<=户|员|者|人)名)`
const personWord = String.raw`(?:(?<!\p{L})(?i:customer|subscriber|abonn[ée]e?|utente|assinante|client[es]?|user|recipient|member|patient|buyer|guest|student|your|full|first|last|complete?t?o?|insert|votre|destinataire|utilisateur|patiente?|seu|cliente|destinat[áa]rio|usu[áa]rio|mteja|mgonjwa|mtumiaji|lako|kamili|abokin|mai|cikakken)(?!\p{L})|ደንበኛ|ተጠቃሚ|ታካሚ|የእርስዎ|ሙሉ|ग्राहक|उपयोगकर्ता|आपका|मरीज|पूरा|গ্রাহক|ব্যবহারকারী|আপনার|রোগী|পুরো|گاہک|صارف|آپ|مریض|مکمل|مشترك|عميل|العميل|زبون|الزبون|مستخدم|المستخدم|مريض|المريض|الكامل|客户|用户|订户|会员|顾客|患者|收件人|您的)`
const inside = String.raw`[^()（）[\]【】\p{Nd}]`

/** What placeholders in brackets are called, as templates in the served languages have them. */
const fieldNames = String.raw`(?i:(?:your |first |last |full |customer |client |user |company |business |product |recipient |patient )?name|(?:first|last|user)name|customer|recipient|insert [^\]]{1,30}|your [^\]]{1,30}|pr[ée]nom|nom(?: (?:du |de )?(?:client|complet|famille))?|votre nom|nome(?: d[oe] cliente)?|seu nome|sobrenome|jina(?: (?:lako|la mteja))?|suna(?:nka|nku)?|sunan abokin ciniki)|ስም|የደንበኛ ስም|नाम|ग्राहक का नाम|নাম|গ্রাহকের নাম|نام|گاہک کا نام|الاسم|اسم|اسم العميل|姓名|名字|客户姓名|用户名|昵称|客户名称`

/** The same for what may also be a tag before a text: "[Code] 1234". */
const fieldValues = `(?i:code|otp|pin|amount|date|time|link|url|order(?: (?:id|no|number))?|id|e-?mail|phone(?: number)?|address|city|price|balance|number|value|due date|total|blank|field|placeholder|variable|montant|lien|solde|num[ée]ro|adresse|valor|c[óo]digo|data|saldo|n[úu]mero|endere[çc]o|kiasi|namba|nambari|tarehe|kiungo|adadi|lamba|kwanan wata)|መጠን|ኮድ|ቀን|ቁጥር|राशि|कोड|तारीख|नंबर|लिंक|পরিমাণ|কোড|তারিখ|নম্বর|লিংক|رقم|کوڈ|تاریخ|لنک|المبلغ|الرمز|التاريخ|الرقم|الرابط|金额|验证码|日期|时间|链接|编号|订单号`

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
  { kind: 'variable', form: '[x]', signs: '[【', pattern: String.raw`[[【]\s?(?:${fieldNames})\s?[\]】]` },
  { kind: 'variable', form: '[x]', signs: '[【', pattern: String.raw`(?<!^\s?)[[【]\s?(?:${fieldValues})\s?[\]】]` },
  {
    kind: 'variable',
    form: '[x]',
    signs: '[【(（',
    pattern: String.raw`[[【(（](?=${inside}{2,30}[\])】）])(?=${inside}*?${nameWord})(?=${inside}*?${personWord})${inside}+[\])】）]`,
  },
  {
    kind: 'variable',
    form: '[x]',
    signs: '[【',
    pattern: String.raw`(?<!^\s?)[[【]\s?(?:[\p{L}\p{M}'’]{1,12} ){1,3}(?:${fieldValues})\s?[\]】]|(?<!^\s?)[[【]\s?(?:${fieldValues})(?: [\p{L}\p{M}'’]{1,12}){1,3}\s?[\]】]`,
  },
  { kind: 'variable', form: '@x@', pattern: String.raw`${wordStart}@{1,2}[A-Za-z_][\w.]{0,39}@` },
  { kind: 'variable', form: '__x__', pattern: String.raw`__[\p{L}][\p{L}\p{M}\p{Nd}_ -]{0,39}?__` },
  { kind: 'variable', form: '___', blank: true, pattern: '(?<!_)_{3,}' },
  {
    kind: 'variable',
    form: 'XX',
    signs: 'Xx',
    blank: true,
    pattern: String.raw`${wordStart}(?<![-*#/.]\s?)(?:X{3,20}|x{3,20}|[Xx]{2}(?:[:/.-][Xx]{2,4}){1,2}|[Xx]{2,20}(?=\p{Script=Han})|(?<=\p{Script=Han})[Xx]{2,20})(?![A-Za-z\p{Nd}]|\s?[-*#/.]?\s?\p{Nd}|[-*]\p{L})`,
  },
  { kind: 'markup', form: ':x:', pattern: String.raw`(?<![\p{L}\p{M}\p{N}:]):[a-z][a-z\d_+-]{1,39}:(?![\p{L}\p{N}])` },
  {
    kind: 'variable',
    form: ':x',
    signs: ':：',
    pattern: String.raw`(?<![\p{L}\p{M}\p{N}:]):(?:[a-z][a-z\d]*(?:_[a-z\d]+|[A-Z][a-z\d]*)+|${fieldNames}|${fieldValues})${wordEnd}`,
  },
  {
    kind: 'variable',
    form: ':x',
    signs: ':：',
    pattern: String.raw`(?<=\p{Script=Han})[:：](?:name|user|username|code|otp|amount|order|id|date|time|price)(?=\p{Script=Han}|[，。,.!！]?$)`,
  },
  {
    kind: 'variable',
    form: ':x',
    signs: ':：',
    pattern: String.raw`(?<=^|\s):\p{L}[\p{L}\p{M}_]{1,30}(?=\P{L})[^:]{0,60}\s:\p{L}[\p{L}\p{M}_]+`,
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
  {
    kind: 'variable',
    form: 'x_y',
    signs: '',
    pattern: String.raw`(?<![\w@./-])(?:(?:first|last|full|user|customer|client|order|product|company)_(?:name|id|no|number|date|amount|code)|(?:customer|client|order|product)(?:Name|Id|No|Number|Date|Amount))(?![\w@])`,
  },
]
