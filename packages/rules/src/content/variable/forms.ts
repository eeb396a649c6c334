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
const wordEnd = String.raw`(?![\p{L}\p{M}\p{Nd}])`

/** In the order in which they are looked for; the first that is found is told. Percent signs after a number are spared: `5%de`. */
export const variableForms: readonly VariableForm[] = [
  { kind: 'variable', form: '${x}', pattern: String.raw`\$\s?\{[^{}]*\}?` },
  { kind: 'variable', form: '{{x}}', pattern: String.raw`\{\s?\{[^{}]*\}?` },
  { kind: 'variable', form: '{x}', pattern: String.raw`\{[^{}]*\}` },
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
    form: '`x`',
    pattern: '```|(?<![\\p{L}\\p{N}`])`[^\\s`](?:[^`]*[^\\s`])?`(?![\\p{L}\\p{N}`])',
  },
  {
    kind: 'markup',
    form: '&x;',
    pattern: String.raw`&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|nbsp|amp|lt|gt|quot|apos|copy|reg|trade|deg|euro|pound|yen|cent|hellip|mdash|ndash|bull|middot|times|laquo|raquo|lsquo|rsquo|ldquo|rdquo|eacute|egrave|agrave|ccedil);`,
  },
]
