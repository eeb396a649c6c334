import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../../../test/tools/files.ts'
import { type Camera, type Look, openCamera } from '../testing/shots/camera.ts'
import { type SceneName, scenes } from '../testing/shots/scenes.ts'

let camera: Camera

beforeAll(async () => {
  camera = await openCamera()
})

afterAll(() => camera.close())

const light: Look = { theme: 'default', scheme: 'light', lang: 'en' }
const tags = {
  bubble: 'minibell-capsule-bubble',
  center: 'minibell-message-center',
  window: 'minibell-floating-window',
}
const names = Object.keys(tags) as (keyof typeof tags)[] // those that it was written with

/** `bubble badge` and the like, of the table of parts. */
const documented = [...read('docs/theming.md').matchAll(/^\| `([a-z]+)` \| ([a-z, ]+) \|/gm)].flatMap(
  ([, part = '', of = '']) => (of === 'all' ? names : of.split(', ')).map((name) => `${name} ${part}`),
)

test('docs/theming.md names every part that some state shows, and no other', async () => {
  const found = new Set<string>()
  for (const scene of Object.keys(scenes) as SceneName[]) {
    const page = await camera.stage(light, scene)
    for (const name of names) {
      const parts = await page
        .locator(`${tags[name]} [part]`)
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('part')))
      for (const part of parts) found.add(`${name} ${part}`)
    }
  }
  expect([...found].sort()).toEqual([...documented].sort())
})

test.each([
  ['center', 'center', 'card'],
  ['floating-inbox', 'window', 'sheet'],
  ['bubble', 'bubble', 'bubble'],
] as const)("in %s a page's rule for ::part reaches inside", async (scene, name, part) => {
  const page = await camera.stage(light, scene)
  await page.evaluate(
    ([tag, inside]) => {
      const style = document.createElement('style')
      style.textContent = `${tag}::part(${inside}) { outline: 3px solid rgb(1, 2, 3); }`
      document.body.append(style)
    },
    [tags[name], part] as const,
  )
  const outline = page.locator(`${tags[name]} [part=${part}]`).first()
  expect(await outline.evaluate((element) => getComputedStyle(element).outlineColor)).toBe('rgb(1, 2, 3)')
})
