import { readFileSync } from 'node:fs'
import type { BrowserContext } from 'playwright-core'
import { read, root } from '../../../../../test/tools/files.ts'

// Fonts of the pictures, the same on every machine; no page that people see loads them.

const origin = 'https://fonts.test/'
const weights = [400, 600]
const families = ['', '-naskh-arabic', '-ethiopic', '-devanagari', '-bengali', '-sc']

/** Latin first: the others have no Latin letters worth looking at. */
const family =
  "'Noto Sans','Noto Naskh Arabic','Noto Sans Ethiopic','Noto Sans Devanagari','Noto Sans Bengali','Noto Sans SC'"

/** Style sheet that makes the surfaces write in these fonts; Urdu is written in Nastaliq. */
export function fontStyles(): string {
  const names = [...families.map((one) => `noto${one === '-naskh-arabic' ? '' : '-sans'}${one}`), 'noto-nastaliq-urdu']
  const faces = names.flatMap((name) => weights.map((weight) => facesOf(name, weight)))
  const urdu = family.replace('Noto Naskh Arabic', 'Noto Nastaliq Urdu')
  return `${faces.join('')}body{--minibell-font:${family}}:lang(ur) body{--minibell-font:${urdu}}`
}

function facesOf(name: string, weight: number): string {
  const text = read(`node_modules/@fontsource/${name}/${weight}.css`)
  return text.replaceAll('./files/', `${origin}${name}/files/`).replaceAll('swap', 'block')
}

/** Answers a page's requests for the fonts from what npm installed. */
export async function serveFonts(context: BrowserContext): Promise<void> {
  await context.route(`${origin}**`, (route) => {
    const file = route.request().url().replace(origin, '')
    return route.fulfill({
      body: readFileSync(`${root}/node_modules/@fontsource/${file}`),
      contentType: 'font/woff2',
      headers: { 'access-control-allow-origin': '*' },
    })
  })
}
