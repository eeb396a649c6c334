import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { capsuleBubble, floatingWindow, messageCenter } from '@minibell/miniprogram'
import { beforeAll, expect, test } from 'vitest'
import { freeNames } from '../packages/free-names.ts'
import { newerNames } from '../packages/newer-names.ts'
import { isLowered, newerPatterns } from '../packages/phone.ts'
import { root } from '../tools/files.ts'
import { builtComponents } from '../tools/miniprogram/built.ts'
import { components, outputs } from '../tools/miniprogram/output.ts'

beforeAll(builtComponents)

const kinds = [capsuleBubble, floatingWindow, messageCenter]

const filesOf = (host: 'wechat' | 'alipay', end: string): [string, string][] => {
  const folder = join(root, outputs[host].folder)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.\w+$/.test(file) && file.endsWith(end))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')])
}

const hosts = [
  ['wechat', 'wx'],
  ['alipay', 'my'],
] as const

test.each(hosts)(
  '%s: no script names what its logic thread lacks: eval, Function, globalThis, window, fetch …',
  (host, api) => {
    const scripts = filesOf(host, '.js')
    expect(scripts.length).toBeGreaterThan(15)
    for (const [file, text] of scripts) expect(freeNames(file, text, [api, 'Component', 'require']), file).toEqual([])
  },
)

test.each(hosts)('%s: ES2017 at most, in syntax, names and patterns', async (host) => {
  for (const [file, text] of filesOf(host, '.js')) {
    expect(await isLowered(text, 'es2017'), file).toBe(true)
    expect([...newerNames(file, text, 'es2017'), ...newerPatterns(text)], file).toEqual([])
  }
})

test.each(hosts)('%s: each component is four files of one name, and says that it is one', (host) => {
  const { markup, styles } = outputs[host]
  const all = new Map(['.js', '.json', `.${markup}`, `.${styles}`].flatMap((end) => filesOf(host, end)))
  for (const name of components) {
    for (const end of ['js', 'json', markup, styles])
      expect(all.has(`${name}/index.${end}`), `${name}.${end}`).toBe(true)
    expect(JSON.parse(all.get(`${name}/index.json`) ?? '')).toMatchObject({ component: true })
  }
})

test.each(hosts)('%s: nothing lies in the folder that a mini-program would carry for nothing', (host) => {
  const names = filesOf(host, '').map(([file]) => file)
  expect(names.filter((file) => !/\.(js|json|wxml|wxss|axml|acss)$/.test(file))).toEqual([])
})

test('the package names the folder that "build npm" takes', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'packages/miniprogram/package.json'), 'utf8'))
  expect(manifest.miniprogram).toBe('miniprogram_dist')
  expect(manifest.files).toEqual(expect.arrayContaining(['miniprogram_dist', 'alipay_dist', 'dlt_dist']))
})

test('no event has the name of one of the DOM, which would arrive twice', () => {
  const events = kinds.flatMap((kind) => kind.events)
  expect(events.length).toBeGreaterThan(4)
  // It has no declarations.
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new (html: string) => { window: Window } }
  const { window } = new JSDOM('<!doctype html><body></body>')
  const known = (name: string) =>
    [window, window.document, window.document.body].some((target) => `on${name}` in target)
  expect(['tap-like', 'click', 'close', 'scroll'].map(known)).toEqual([false, true, true, true])
  expect(events.filter(known)).toEqual([])
})

test('both hosts are told the same tree: what differs is the words of directives and events', () => {
  const plain = (text: string) =>
    text
      .replace(/ (?:wx|a):/g, ' :')
      .replace(/ (?:bind:|on)(tap|scroll|touchstart|touchend)=/gi, (_, name: string) => ` @${name.toLowerCase()}=`)
      .replace(/\.[aw]xml"/g, '"')
  const trees = (host: 'wechat' | 'alipay') =>
    Object.fromEntries(
      filesOf(host, `.${outputs[host].markup}`).map(([file, text]) => [file.slice(0, -5), plain(text)]),
    )
  expect(Object.keys(trees('wechat')).length).toBe(7)
  expect(trees('alipay')).toEqual(trees('wechat'))
  for (const [, text] of filesOf('alipay', '.axml')) expect(text).not.toMatch(/wx:|bind/)
})

test('templates say ES5 alone: no newer operator, no arrow, no template literal', () => {
  for (const [file, text] of filesOf('wechat', '.wxml'))
    for (const [, inside = ''] of text.matchAll(/\{\{([^}]*)\}\}/g)) expect(inside, file).not.toMatch(/\?\.|\?\?|=>|`/)
})

test('styles select by class alone, and know no direction of their own', () => {
  for (const [file, text] of filesOf('wechat', '.wxss')) {
    expect(text, file).not.toMatch(/inline-(start|end)|(^|[\s,>+~}])\*|\[[a-z]/)
  }
})

test('whatever can be tapped says what it is, unless it is hidden from screen readers', () => {
  for (const [file, text] of filesOf('wechat', '.wxml'))
    for (const [tag] of text.matchAll(/<[^>]* bind:tap="[^>]*>/g))
      expect(tag, file).toMatch(/aria-role="(button|switch)"|aria-hidden="true"/)
})
