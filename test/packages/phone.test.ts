import { expect, test } from 'vitest'
import { freeNames } from './free-names.ts'
import { newerNames } from './newer-names.ts'
import { newerStyles } from './newer-styles.ts'
import { foreignNames, isLowered, newerPatterns } from './phone.ts'

test.each([
  ['Object.fromEntries(a)', 'fromEntries (Chrome 73)'],
  ['a.replaceAll("b", c)', 'replaceAll (Chrome 85)'],
  ['structuredClone(a)', 'structuredClone (Chrome 98)'],
  ['new Intl.ListFormat("en")', 'ListFormat (Chrome 72)'],
  ['new Intl.DateTimeFormat("en", { dateStyle: "short" })', 'dateStyle (Chrome 76)'],
  ['node.replaceChildren()', 'replaceChildren (Chrome 86)'],
])('a newer API is found: %s', (text, fault) => {
  expect(newerNames('a.js', text, 'chrome71')).toEqual([fault])
})

test('what Chrome 71 has may be used there, and not in a host file of ES2017', () => {
  expect(newerNames('a.js', 'a.flatMap(b); globalThis.c', 'chrome71')).toEqual([])
  expect(newerNames('a.js', 'a.flatMap(b)', 'es2017')).toEqual(['flatMap (ES2019)'])
  expect(newerNames('a.js', 'if (root.adoptedStyleSheets) root.adoptedStyleSheets = []', 'chrome71')).toEqual([])
  expect(newerNames('a.js', 'const x = { hasOwn() {} }; x.hasOwn(); x.toString()', 'chrome71')).toEqual([])
})

test.each([
  ['a{inset:0}', 'inset'],
  ['a:is(b){color:red}', ':is'],
  ['a{width:min(10px, 50%)}', 'min()'],
  ['a{display:flex;gap:4px}', 'gap in a flex container'],
  ['a:hover,a:focus-visible{outline:0 none}', ':focus-visible in a list'],
  ['a{height:100dvh}', 'dvh'],
  ['a{translate:0 1px}', 'translate'],
])('a newer style is found: %s', (style, fault) => {
  expect(newerStyles('a.js', `const a = \`${style}\``)).toEqual([expect.stringContaining(fault)])
})

test('styles that old phones know, or simply ignore, are no fault', () => {
  const style =
    'a{display:grid;gap:4px;margin-inline-start:2px} a:focus-visible{outline:0} @media (prefers-color-scheme:dark){a{top:0}}'
  expect(newerStyles('a.js', `const a = '${style}'`)).toEqual([])
})

test('syntax that is newer is found', async () => {
  expect(await isLowered('const a = b?.c', 'chrome71')).toBe(false)
  expect(await isLowered('class A { #b = 1 }', 'chrome71')).toBe(false)
  expect(await isLowered('const a = { ...b }', 'es2017')).toBe(false)
  expect(await isLowered('const a = { ...b }', 'chrome71')).toBe(true)
})

test.each([
  ['eval("1")', 'eval'],
  ['new Function("return 1")()', 'Function'],
  ['a => globalThis.b', 'globalThis'],
  ['typeof window', 'window'],
  ['const { fetch: a = fetch } = {}', 'fetch'],
  ['({ document })', 'document'],
  ['a: for (;;) break a; self[1]', 'self'],
  ['x = 1', 'x'],
  ['new URL("a", `${location}`)', 'URL'],
])('a name that no logic thread has is found: %s', (text, name) => {
  expect(freeNames('a.js', text, ['wx'])).toContain(name)
})

test('the part of a host may name that host; others name none', () => {
  const text = 'wx.request(my)'
  expect(foreignNames('dist/hosts/wx.cjs', text)).toEqual(['my'])
  expect(foreignNames('dist/hosts/parts/wx-events.cjs', text)).toEqual(['my'])
  expect(foreignNames('dist/hosts/parts/cache.cjs', text)).toEqual(['my', 'wx'])
  expect(foreignNames('dist/hosts/web.cjs', text)).toEqual([])
})

test('members, keys, labels and own names are no free names', () => {
  const text = `const a = { window: 1, fetch() {} }; a.document; a.fetch(); out: for (;;) break out
    function f({ self, global: [g], ...eval2 }, location = 1) { try { wx.request(self, g, eval2, location) } catch (URL) { URL } }
    class Event {} new Event(f, arguments, Promise)`
  expect(freeNames('a.js', text, ['wx'])).toEqual([])
})

test('regular expressions after ES2017 are found, also in a text', () => {
  const found = ['/(?<=a)b/', 'new RegExp("(?<!a)b")', '/(?<year>\\d)/', '/\\p{L}/u', '/(?:a)(?=b)(?!c)<d>/'].map(
    newerPatterns,
  )
  expect(found.map((faults) => faults.length)).toEqual([1, 1, 1, 1, 0])
})
