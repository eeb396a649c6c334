import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Camera, type Look, openCamera } from './testing/shots/camera.ts'
import { everyLook, looks } from './testing/shots/looks.ts'
import { type SceneName, scenes } from './testing/shots/scenes.ts'
import { openStage, type Stage } from './testing/stage.ts'

let stage: Stage
let camera: Camera

beforeAll(async () => {
  stage = await openStage()
  camera = await openCamera()
})

afterAll(async () => {
  await stage.close()
  await camera.close()
})

const every = Object.keys(scenes) as SceneName[] // those that it was written with
const light: Look = { theme: 'default', scheme: 'light', lang: 'en' }
const dark: Look = { theme: 'default', scheme: 'dark', lang: 'ar' }

/** Each state twice, and the list in every look; `npm run shots` asks each state in each of them. */
const fixed = [
  ...every.flatMap((scene) => [light, dark].map((look) => ({ scene, ...look }))),
  ...looks.map((look) => ({ scene: 'menu' as const, ...look })),
]

/** Besides, some that nobody chose. */
const seed = Number(process.env['MINIBELL_SEED'] ?? Date.now() % 1_000_000)
const all = everyLook.flatMap(({ look, scenes: asked }) => asked.map((scene) => ({ scene, ...look })))
const drawn = fc.sample(fc.constantFrom(...all), { seed, numRuns: 8 })

test.each(fixed)('axe finds nothing wrong with $scene, $theme, $scheme, $lang', async ({ scene, ...look }) => {
  expect(await camera.faultsOn(await camera.stage(look, scene))).toEqual([])
})

test.each(drawn)(
  `axe finds nothing wrong, drawn by ${seed}: $scene, $theme, $scheme, $lang`,
  async ({ scene, ...look }) => {
    expect(await camera.faultsOn(await camera.stage(look, scene))).toEqual([])
  },
)

test('axe sees a title that cannot be read and a button without a name', async () => {
  const page = await camera.stage(light, 'center')
  await page.evaluate(() => {
    const { shadowRoot } = play.find('minibell-message-center')
    shadowRoot?.querySelector('.more')?.removeAttribute('aria-label')
    const title = shadowRoot?.querySelector('h2')
    if (title) title.style.color = '#ddd'
  })
  expect((await camera.faultsOn(page)).map((fault) => fault.replace(/:.*/s, ''))).toEqual([
    'button-name',
    'color-contrast',
  ])
})

test.each(every)('every target of %s is 44 px and more', async (scene) => {
  const page = await camera.stage(light, scene)
  const small = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const buttons = [document, ...roots].flatMap((root) => [...root.querySelectorAll('button')])
    return buttons
      .map((button) => ({ name: button.className || button.textContent, ...button.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => width > 0 && (width < 44 || height < 44))
  })
  expect(small).toEqual([])
})

test.each(every)('at 200 % text nothing of %s is cut off at the side', async (scene) => {
  const page = await camera.stage(light, scene)
  await page.evaluate(() => document.body.style.setProperty('--minibell-font-size', '32px'))
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
  await page.evaluate(() => play.put('minibell-message-center', { items: play.manyItems(3) }))
  await page.locator('article').nth(2).waitFor()
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
