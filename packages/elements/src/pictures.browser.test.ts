import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { files, root } from '../../../test/tools/files.ts'
import { type Camera, openCamera } from './testing/shots/camera.ts'
import { differing } from './testing/shots/differing.ts'
import { folder, type Held, slice } from './testing/shots/slice.ts'

// What people see, compared with pictures that somebody looked at. What differs is drawn in red below shots/differing.
// `npm run shots -- --take` takes them anew.

/** Share of the pixels that another machine may draw otherwise. */
const tolerance = 0.001

let camera: Camera

beforeAll(async () => {
  camera = await openCamera()
})

afterAll(() => camera.close())

/** Share of pixels that are not as they were; `css` over the surface changes some. */
async function changed({ name, look, scene }: Held, css = ''): Promise<number> {
  const now = await camera.shoot(await camera.stage(look, scene), css)
  const { share, picture } = differing(readFileSync(join(root, folder, `${name}.png`)), now)
  if (share > tolerance && !css) {
    mkdirSync(join(root, 'shots/differing'), { recursive: true })
    writeFileSync(join(root, `shots/differing/${name}.png`), picture)
    writeFileSync(join(root, `shots/differing/${name}-now.png`), now)
  }
  return share
}

test.each(slice)('$name looks as it did', async (held) => {
  expect(await changed(held)).toBeLessThanOrEqual(tolerance)
})

test('every picture that is kept is compared', () => {
  expect(files(`${folder}/*.png`)).toEqual(slice.map(({ name }) => `${folder}/${name}.png`).sort())
})

test.each([
  ['rows one pixel lower', 'center-light-en', '.feed{position:relative;top:1px}'],
  ['one more pixel in each row', 'center-light-en', '.card{padding-bottom:13px}'],
  ['a button one pixel aside', 'actions-light-en', '.messages{padding-left:17px}'],
  ['another accent', 'center-light-en', ':host{--_accent:#3b6ff0}'],
  ['a lighter content', 'center-light-en', '.content{color:#757c8a}'],
  ['thinner titles', 'center-light-en', '.unread .title{font-weight:400}'],
  ['another letter-height', 'bubble-light-en', '.texts{font-size:14px}'],
])('%s would be seen', async (_, name, css) => {
  const held = slice.find((one) => one.name === name)
  if (!held) throw new Error(`Failed to find ${name}: it is not in the slice.`)
  expect(await changed(held, css)).toBeGreaterThan(tolerance)
})
