import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { files, read, root } from '../files.ts'
import { axmlOf, tightMarkup } from './markup.ts'
import { styleSheet } from './styles.ts'

const source = 'packages/miniprogram/src/markup'

/** The three components, by their folders. */
export const components = ['capsule-bubble', 'floating-window', 'message-center'] as const

/** One host's folder of the package, and what its files are called there. */
interface Output {
  readonly folder: string
  readonly markup: string
  readonly styles: string
  translate(wxml: string): string
}

export const outputs: Readonly<Record<'wechat' | 'alipay', Output>> = {
  wechat: {
    folder: 'packages/miniprogram/miniprogram_dist',
    markup: 'wxml',
    styles: 'wxss',
    translate: (wxml) => wxml,
  },
  alipay: { folder: 'packages/miniprogram/alipay_dist', markup: 'axml', styles: 'acss', translate: axmlOf },
}

/** Everything of the components but their logic, which rollup writes: the same source in each host's words. */
export async function writeMarkup(): Promise<boolean> {
  for (const output of Object.values(outputs)) {
    const folder = join(root, output.folder)
    for (const [file, text] of await filesOf(output)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    await writeLanguages(folder)
    await writeParts(folder)
  }
  return true
}

/** Words, numbers and times of each language as a file of its own; whoever takes one requires it. */
async function writeLanguages(folder: string): Promise<void> {
  await build({
    entryPoints: files('packages/miniprogram/src/languages/*.ts').map((file) => join(root, file)),
    ...phone,
    outdir: join(folder, 'languages'),
  })
}

/** Further parts of the client, which are the same on every host; a mini-program takes those that it passes in. */
const parts = [
  ...['cache', 'fallback', 'filtering', 'ingesting', 'longPolling'],
  ...['navigation', 'pagedHistory', 'preferences', 'restList'],
]

async function writeParts(folder: string): Promise<void> {
  const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  for (const part of parts)
    await build({
      ...phone,
      stdin: { contents: `export { ${part} } from '@minibell/client'`, resolveDir: join(root, 'packages/miniprogram') },
      outfile: join(folder, `parts/${kebab(part)}.js`),
    })
}

const phone: BuildOptions = {
  bundle: true,
  format: 'cjs',
  target: 'es2017',
  platform: 'neutral',
  conditions: ['minibell-source'],
  minify: true,
  charset: 'utf8',
  logLevel: 'silent',
}

async function filesOf({ markup, styles, translate }: Output): Promise<readonly (readonly [string, string])[]> {
  const own = components.flatMap((name) => [
    [`${name}/index.json`, JSON.stringify(JSON.parse(read(`${source}/${name}/index.json`)))] as const,
    [`${name}/index.js`, `require('../index.js').register('${name}')\n`] as const,
  ])
  const trees = files(`${source}/*/*.wxml`).map(
    (file) => [placed(file, 'wxml', markup), translate(tightMarkup(file))] as const,
  )
  const sheets = files(`${source}/*/*.wxss`).map(async (file) => {
    return [placed(file, 'wxss', styles), await styleSheet(read(file), styles)] as const
  })
  // What is above is of ES modules; hosts and these files are not.
  const kind = ['package.json', '{"type":"commonjs"}'] as const
  return [kind, ...own, ...trees, ...(await Promise.all(sheets))]
}

/** `list/row.axml` of `src/markup/list/row.wxml`. */
function placed(file: string, from: string, end: string): string {
  return `${basename(dirname(file))}/${basename(file, from)}${end}`
}
