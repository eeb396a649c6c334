import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import { files, read, root } from '../files.ts'
import { axmlOf, wholeMarkup } from './markup.ts'
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
  wechat: { folder: 'packages/miniprogram/miniprogram_dist', markup: 'wxml', styles: 'wxss', translate: (wxml) => wxml },
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
    copyParts(folder)
  }
  return true
}

/** Words, numbers and times of each language as a file of its own; whoever takes one requires it. */
async function writeLanguages(folder: string): Promise<void> {
  await build({
    entryPoints: files('packages/miniprogram/src/languages/*.ts').map((file) => join(root, file)),
    outdir: join(folder, 'languages'),
    bundle: true,
    format: 'cjs',
    target: 'es2017',
    platform: 'neutral',
    conditions: ['minibell-source'],
    minify: true,
    charset: 'utf8',
    logLevel: 'silent',
  })
}

/** Further parts of the client, which are the same on every host. */
function copyParts(folder: string): void {
  const parts = join(root, 'packages/adapters/dist/hosts/parts')
  if (!existsSync(parts)) return
  for (const file of readdirSync(parts).filter((name) => name.endsWith('.cjs')))
    cpSync(join(parts, file), join(folder, 'parts', `${basename(file, '.cjs')}.js`))
}

async function filesOf({ markup, styles, translate }: Output): Promise<readonly (readonly [string, string])[]> {
  const own = components.flatMap((name) => [
    [`${name}/index.${markup}`, translate(wholeMarkup(`${source}/${name}/index.wxml`))] as const,
    [`${name}/index.json`, JSON.stringify(JSON.parse(read(`${source}/${name}/index.json`)))] as const,
    [`${name}/index.js`, `require('../index.js').register('${name}')\n`] as const,
  ])
  const sheets = files(`${source}/*/*.wxss`).map(async (file) => {
    const name = `${basename(dirname(file))}/${basename(file, '.wxss')}.${styles}`
    return [name, await styleSheet(read(file), styles)] as const
  })
  return [...own, ...(await Promise.all(sheets))]
}
