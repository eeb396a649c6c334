import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scenes } from './testing/scenes.ts'
import { openStage, type Stage, type StageLook } from './testing/stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const looks: Readonly<Record<string, StageLook>> = {
  light: {},
  dark: { colorScheme: 'dark' },
  'right to left': { lang: 'ar', dir: 'rtl' },
}

const worn = ['savanna', 'dusk', 'contrast'].flatMap((theme) =>
  (['light', 'dark'] as const).map((colorScheme) => [`${theme}, ${colorScheme}`, { theme, colorScheme }] as const),
)
const themed: Readonly<Record<string, StageLook>> = Object.fromEntries(worn)

/** The center has every colour. */
const cases = [
  ...Object.keys(looks).flatMap((look) => Object.keys(scenes).map((scene) => [scene, look] as const)),
  ...Object.keys(themed).map((look) => ['the center', look] as const),
]

test.each(cases)('axe finds nothing wrong with %s, %s', async (scene, look) => {
  const page = await stage.page(looks[look] ?? themed[look])
  await scenes[scene]?.(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: axe })
  const violations = await page.evaluate(async () => {
    // axe-core put itself there.
    const { run } = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe
    const found = await run({ rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
  expect(violations).toEqual([])
})

test.each(Object.keys(scenes))('every target of %s is 44 px and more', async (scene) => {
  const page = await stage.page()
  await scenes[scene]?.(page)
  const small = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const buttons = [document, ...roots].flatMap((root) => [...root.querySelectorAll('button')])
    return buttons
      .map((button) => ({ name: button.className || button.textContent, ...button.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => width > 0 && (width < 44 || height < 44))
  })
  expect(small).toEqual([])
})

test.each(Object.keys(scenes))('at 200 % text nothing of %s is cut off at the side', async (scene) => {
  const page = await stage.page()
  await page.evaluate(() => document.body.style.setProperty('--minibell-font-size', '32px'))
  await scenes[scene]?.(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('the center is a feed of articles that know their place', async () => {
  const page = await stage.page()
  await page.evaluate(() => play.put('minibell-message-center', { items: play.manyItems(2) }))
  await page.locator('article').first().waitFor()
  expect(await page.locator('minibell-message-center').ariaSnapshot()).toBe(`\
- heading "Messages" [level=2]
- button "Mark all read"
- group "Messages":
  - button "All" [pressed]
  - button "Unread 2"
  - button "Refresh"
- feed "Messages":
  - 'article "Unread, Kijani Energy: Message 2"':
    - heading "today" [level=3]
    - button "Unread, Kijani Energy, Message 2, The bill for October is 1,240 KES., 1 hr. ago"
    - button "Actions for Message 2"
  - 'article "Unread, Kijani Energy: Message 1"':
    - button "Unread, Kijani Energy, Message 1, The bill for October is 1,240 KES., 2 hr. ago"
    - button "Actions for Message 1"`)
  const places = await page
    .locator('article')
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]))
  expect(places).toEqual([
    ['1', '2'],
    ['2', '2'],
  ])
})

test('high contrast keeps the dot, the chosen filter and the edges of cards', async () => {
  const page = await stage.page({ forcedColors: 'active' })
  await scenes['the center']?.(page)
  const colour = (selector: string, property: 'backgroundColor' | 'borderLeftColor', part?: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, [name, pseudo]) => getComputedStyle(element, pseudo)[name], [property, part] as const)
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await colour('.unread .open', 'backgroundColor', ':before')).not.toBe(canvas)
  expect(await colour('.card', 'borderLeftColor')).not.toBe(canvas)
  expect(
    await page
      .locator('.card')
      .nth(1)
      .evaluate((card) => getComputedStyle(card).borderTopWidth),
  ).toBe('1px')
  expect(await colour('[aria-pressed=true] span', 'backgroundColor')).not.toBe(canvas)
})

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}
