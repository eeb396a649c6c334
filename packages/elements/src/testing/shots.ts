import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../../../../test/tools/chromium.ts'
import { files, root } from '../../../../test/tools/files.ts'
import { type Camera, type Look, openCamera } from './shots/camera.ts'
import { type SceneName, scenes } from './shots/scenes.ts'
import { folder as heldFolder, slice } from './shots/slice.ts'

// Pictures of every surface in every state, theme, scheme, direction and language at 360 × 720, and a contact sheet of each look:
// `npm run shots [-- folder theme]`. `npm run shots -- --take` takes the pictures that `npm test` compares with, anew.

const folder = process.argv[2] ?? 'shots/surfaces'
const only = process.argv[3]

const themes = [
  'default',
  ...files('packages/elements/src/themes/*.css').map((file) => file.replace(/.*\/|\.css$/g, '')),
]

/** In both directions, with every scene. */
const looks: readonly Look[] = themes.flatMap((theme) =>
  (['light', 'dark'] as const).flatMap((scheme) => ['en', 'ar'].map((lang) => ({ theme, scheme, lang }))),
)

const forThoseWhoAsk: readonly Look[] = (['contrast', 'forced'] as const).map((scheme) => ({
  theme: 'default',
  scheme,
  lang: 'en',
}))

/** Where words are longer, or letters higher, than in English. */
const written: readonly SceneName[] = ['bubble', 'center', 'menu', 'report', 'empty', 'actions', 'settings', 'detail']

const languages: readonly Look[] = ['fr', 'pt', 'sw', 'ha', 'am', 'hi', 'bn', 'ur', 'zh'].map((lang) => ({
  theme: 'default',
  scheme: 'light',
  lang,
}))

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const every = Object.keys(scenes) as SceneName[] // those that it was written with
  const camera = await openCamera()
  let taken = 0
  const sheets: (readonly [name: string, figures: readonly string[]])[] = []
  for (const look of [...looks, ...forThoseWhoAsk, ...languages].filter(({ theme }) => !only || theme === only)) {
    const figures = await shoot(camera, look, languages.includes(look) ? written : every)
    sheets.push([nameOf(look), figures])
    taken += figures.length
  }
  await camera.close()
  await writeSheets(sheets)
  process.stdout.write(`${taken} pictures in ${folder}\n`)
}

const nameOf = ({ theme, scheme, lang }: Look): string => `${theme}-${scheme}-${lang}`

async function shoot(camera: Camera, look: Look, names: readonly SceneName[]): Promise<readonly string[]> {
  const figures: string[] = []
  for (const scene of names) {
    const picture = await camera.shoot(look, scene)
    writeFileSync(join(folder, `${nameOf(look)}-${scene}.png`), picture)
    const image = `data:image/png;base64,${picture.toString('base64')}`
    figures.push(`<figure><img src="${image}"><figcaption>${scene}</figcaption></figure>`)
  }
  return figures
}

async function writeSheets(sheets: readonly (readonly [name: string, figures: readonly string[]])[]): Promise<void> {
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 7 * 372 + 12, height: 800 } })
  for (const [name, figures] of sheets) {
    await page.setContent(
      `<style>body{margin:12px;display:grid;grid-template-columns:repeat(7,360px);gap:12px;background:#777;font:14px sans-serif;color:#fff}figure{margin:0}img{display:block}</style>${figures.join('')}`,
    )
    writeFileSync(join(folder, `sheet-${name}.png`), await page.screenshot({ fullPage: true }))
  }
  await browser.close()
}

async function take(): Promise<void> {
  const home = join(root, heldFolder)
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const camera = await openCamera()
  for (const { name, look, scene } of slice) writeFileSync(join(home, `${name}.png`), await camera.shoot(look, scene))
  await camera.close()
  process.stdout.write(`${slice.length} pictures in ${heldFolder}: look at them before you commit them\n`)
}

await (process.argv.includes('--take') ? take() : main())
