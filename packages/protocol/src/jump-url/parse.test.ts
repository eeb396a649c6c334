import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatJumpUrl } from './format.ts'
import { maxJumpUrlLength, type ParsedJumpUrl, parseJumpUrl } from './parse.ts'
import { resolvePage } from './resolve.ts'

interface Case {
  readonly text: string
  readonly shareHosts?: readonly string[]
  /** Lengthened with `y` to so many UTF-16 units. */
  readonly padTo?: number
}

interface HostileCase extends Case {
  readonly reason: string
}

interface FriendlyCase extends Case {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly notes?: readonly string[]
  /** The key whose value the padding lengthens. */
  readonly paddedKey?: string
}

/** Read by hand: bundlers refuse the lone surrogates in it. */
function corpus<Entry>(name: string): readonly Entry[] {
  // The file's form is checked by every test that uses it.
  return JSON.parse(readFileSync(new URL(`corpus/${name}.json`, import.meta.url), 'utf8')) as readonly Entry[]
}

const hostileCases = corpus<HostileCase>('hostile')
const friendlyCases = corpus<FriendlyCase>('friendly')

function textOf({ text, padTo = 0 }: Case): string {
  return text.padEnd(padTo, 'y')
}

function parse(each: Case): ParsedJumpUrl {
  const { shareHosts = [] } = each
  return parseJumpUrl(textOf(each), { appId: 'app-own', sender: 'sender-own', shareHosts })
}

describe('JR-12: hostile jump URLs are refused, each for its reason', () => {
  test.each(hostileCases.map((each) => [JSON.stringify(each.text), each] as const))('%s', (_, each) => {
    expect(parse(each)).toEqual({ ok: false, reason: each.reason, detail: expect.stringMatching(/^The jump URL was/) })
  })

  test('in at least 120 cases that differ', () => {
    expect(new Set(hostileCases.map((each) => JSON.stringify(each))).size).toBeGreaterThanOrEqual(120)
  })
})

describe('MA-12, JR-6: friendly jump URLs become a page and a query that is decoded once', () => {
  test.each(friendlyCases.map((each) => [JSON.stringify(each.text), each] as const))('%s', (_, each) => {
    const { path, query, notes = [], paddedKey, padTo = 0, text } = each
    const padded = paddedKey ? { [paddedKey]: 'y'.repeat(padTo - text.length) } : query
    const jump = { kind: 'page', sender: 'sender-own', path, query: padded }
    expect(parse(each)).toEqual({ ok: true, jump, notes })
  })
})

test('JR-6: __proto__ is a key like any other', () => {
  const parsed = parse({ text: 'pages/a?__proto__=1&x=2' })
  const query = parsed.ok ? parsed.jump.query : {}
  expect(Object.keys(query)).toEqual(['__proto__', 'x'])
  expect(Object.getPrototypeOf(query)).toBe(Object.prototype)
  expect(formatJumpUrl({ path: 'pages/a', query })).toBe('pages/a?__proto__=1&x=2')
})

test('OA-3: a text of 2,048 UTF-16 units is read and one more is refused, counted both ways', () => {
  expect(parse({ text: 'pages/a?x=', padTo: maxJumpUrlLength }).ok).toBe(true)
  const astral = parse({ text: `pages/a?x=${'😀'.repeat(1020)}` })
  expect(astral).toMatchObject({
    reason: 'too-long',
    detail: expect.stringContaining('2050 UTF-16 units (1030 code points)'),
  })
})

test('MA-12: a refusal names the invisible character by its number', () => {
  expect(parse({ text: '\u202epages/a' })).toMatchObject({ detail: expect.stringContaining('U+202E') })
  expect(parse({ text: 'pages\uff0fa' })).toMatchObject({ detail: expect.stringContaining('U+FF0F "／"') })
})

test('JR-12: what a refusal quotes is short and in printable ASCII', () => {
  const link = `mini://platformapi/startapp?_ariver_appid=\u202e${'x'.repeat(90)}&page=pages/a`
  const quoted = `"‹U+202E›${'x'.repeat(39)}…"`
  expect(parse({ text: link })).toMatchObject({ detail: expect.stringContaining(`its _ariver_appid is ${quoted}.`) })
})

test('MA-12: whether there is such a page is asked apart, with case and trailing slash', () => {
  const pages = [{ path: 'pages/a' }, { path: 'pages/b', tab: true }]
  expect(resolvePage('pages/b', pages)).toBe(pages[1])
  for (const path of ['pages/A', 'pages/a/', '/pages/a', 'pages/a.html', 'constructor', ''])
    expect(resolvePage(path, pages)).toBeUndefined()
})

const segment = fc.stringMatching(/^[\w.-]{1,12}$/).filter((text) => !/^\.+$/.test(text) && !text.endsWith('.html'))
const path = fc.array(segment, { minLength: 1, maxLength: 6 }).map((segments) => segments.join('/'))
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
const queryText = anyText.filter((text) => !text.includes('\0'))
const query = fc.dictionary(fc.oneof(queryText, fc.constantFrom('__proto__', '', 'a', '%', '+', '=&#?')), queryText, {
  maxKeys: 5,
})

test('JR-6, JR-12: what is formatted is read back unchanged', () => {
  fc.assert(
    fc.property(path, query, (path, query) => {
      const text = formatJumpUrl({ path, query })
      fc.pre(text.length <= maxJumpUrlLength)
      const parsed = parse({ text })
      const jump = { kind: 'page', sender: 'sender-own', path, query: { ...query } }
      expect(parsed).toEqual({ ok: true, jump, notes: [] })
      expect(parsed.ok && Object.keys(parsed.jump.query).sort()).toEqual(Object.keys(query).sort())
    }),
    { numRuns: 1_000 },
  )
})

test('JR-6: lone surrogates become U+FFFD on both ways, so that every text has one form', () => {
  fc.assert(
    fc.property(path, fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', '😀') }), (path, value) => {
      const whole = value.replace(/[\ud800-\udfff]/gu, '\ufffd')
      expect(parse({ text: formatJumpUrl({ path, query: { x: value } }) })).toMatchObject({
        jump: { query: { x: whole } },
      })
      expect(parse({ text: `${path}?x=${value}` })).toMatchObject({ jump: { query: { x: whole } } })
    }),
  )
})

const trick = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '%25',
    '%00',
    '?',
    '#',
    '&',
    '=',
    ':',
    '@',
    ' ',
    '\n',
    '\0',
    '．',
    '／',
    '：',
    '\u202e',
  ],
  ...['pages', 'a', '.html', 'javascript:', 'https://', 'mini://platformapi/startapp', 'h5.example.com', '/outside'],
  ...['_ariver_appid=app-own', 'appId=app-own', 'app-other', 'page=', 'query='],
)

test('JR-12: whatever is accepted stays inside: a safe path of the own sender, with one form', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(trick).map((parts) => parts.join('')),
        anyText,
      ),
      (text) => {
        const parsed = parse({ text, shareHosts: ['h5.example.com'] })
        if (!parsed.ok) return
        const { jump } = parsed
        expect(jump.sender).toBe('sender-own')
        expect(jump.path).toMatch(/^[\w.-]+(?:\/[\w.-]+)*\/?$/)
        expect(jump.path.split('/').some((segment) => /^\.+$/.test(segment))).toBe(false)
        expect(Object.entries(jump.query).join()).not.toContain('\0')
        expect(parse({ text: formatJumpUrl(jump) })).toEqual({ ok: true, jump, notes: [] })
      },
    ),
    { numRuns: 20_000 },
  )
})
