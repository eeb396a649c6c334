import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../../../../test/tools/chromium.ts'
import { root } from '../../../../test/tools/files.ts'
import { type Look, openCamera } from './shots/camera.ts'
import { everyLook } from './shots/looks.ts'
import type { SceneName } from './shots/scenes.ts'
import { folder as heldFolder, slice } from './shots/slice.ts'

// Pictures of every surface in every state, theme, scheme, direction and language at 360 × 720, what axe finds wrong in each, and a contact
// sheet of each look: `npm run shots [-- folder theme]`. `npm run shots -- --take` takes the pictures that `npm test` compares with, anew.

const folder = process.argv[2] ?? 'shots/surfaces'
const only = process.argv[3]

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const camera = await openCamera()
  const counts = { passed: 0, failed: 0 }
  const sheets: (readonly [name: string, figures: readonly string[]])[] = []
  for (const { look, scenes } of everyLook.filter(({ look: { theme } }) => !only || theme === only)) {
    const figures: string[] = []
    for (const scene of scenes) {
      const page = await camera.stage(look, scene)
      const picture = await camera.shoot(page)
      writeFileSync(join(folder, `${nameOf(look)}-${scene}.png`), picture)
      figures.push(figureOf(picture, scene))
      const faults = await camera.faultsOn(page)
      counts[faults.length === 0 ? 'passed' : 'failed'] += 1
      for (const fault of faults) process.stdout.write(`${nameOf(look)}-${scene}: ${fault}\n`)
    }
    sheets.push([nameOf(look), figures])
  }
  await camera.close()
  await writeSheets(sheets)
  process.stdout.write(`pictures in ${folder}\n${counts.passed} passed, ${counts.failed} failed\n`)
  process.exitCode = counts.failed === 0 ? 0 : 1
}

const nameOf = ({ theme, scheme, lang }: Look): string => `${theme}-${scheme}-${lang}`

function figureOf(picture: Buffer, scene: SceneName): string {
  const image = `data:image/png;base64,${picture.toString('base64')}`
  return `<figure><img src="${image}"><figcaption>${scene}</figcaption></figure>`
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
  for (const { name, look, scene } of slice)
    writeFileSync(join(home, `${name}.png`), await camera.shoot(await camera.stage(look, scene)))
  await camera.close()
  process.stdout.write(`${slice.length} pictures in ${heldFolder}: look at them before you commit them\n`)
}

await (process.argv.includes('--take') ? take() : main())
