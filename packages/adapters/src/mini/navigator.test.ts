import { virtualTime } from '@minibell/ports'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { myHost } from '../my/host.ts'
import { fakeMy, fakeWx, heldFarSide } from '../testing/index.ts'
import { wxHost } from '../wx/host.ts'
import { pageQuery } from './navigator.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const hosts = [
  ['wx', fakeWx, wxHost],
  ['my', fakeMy, myHost],
] as const

test.each(hosts)('JR-6: any query reaches a page of %s as it was, decoded once', async (_, fake, host) => {
  const loaded: Readonly<Record<string, string>>[] = []
  const app = {
    pages: ['pages/a'],
    onLoad: (_page: object, options: Readonly<Record<string, string>>) => loaded.push(options),
  }
  const { globals } = fake({ ...heldFarSide(), app, timers: virtualTime() })
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  const { navigator } = host()
  const text = fc.string({ unit: 'grapheme', maxLength: 12 })
  const odd = fc.constantFrom('=', '&', '?', '#', '%', '%41', '+', ' ', '/', '', '\n', '\u0000', '中=&', '😀')
  const any = fc.oneof(text, odd)
  const key = any.filter((one) => one !== '' && one !== '__proto__')
  const query = fc.dictionary(key, any, { maxKeys: 5 }).map((one) => ({ ...one }))
  await fc.assert(
    fc.asyncProperty(query, async (given) => {
      await navigator.relaunch({ path: 'pages/a', query: given })
      expect(navigator.current()?.query).toEqual(given)
      expect(pageQuery(loaded.pop() ?? {})).toEqual(given)
    }),
    { numRuns: 60 },
  )
})

test('JR-6: what was malformed before it came here is itself, and no key reaches a prototype', () => {
  const query = pageQuery({ a: '100%', '%E4': 'b', c: undefined, ...JSON.parse('{"__proto__": "x"}') })
  expect([query, Object.getPrototypeOf(query)]).toEqual([{ a: '100%', '%E4': 'b', c: '' }, Object.prototype])
})
