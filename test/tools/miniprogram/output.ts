import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { files, read, root } from '../files.ts'
import { dltOf, wholeMarkup } from './dlt.ts'
import { axmlOf, shipped, tightMarkup } from './markup.ts'
import { styleSheet } from './styles.ts'

const source = 'packages/miniprogram/src/markup'

/** The three components, by their folders. */
export const components = ['capsule-bubble', 'floating-window', 'message-center'] as const

/** One host's folder of the package, and what its files are called there. */
interface Output {
  /** Its namespace in scripts. */
  readonly api: string
  readonly folder: string
  readonly markup: string
  readonly styles: string
  translate(wxml: string): string
}

export const outputs: Readonly<Record<'wechat' | 'alipay', Output>> = {
  wechat: {
    api: 'wx',
    folder: 'packages/miniprogram/miniprogram_dist',
    markup: 'wxml',
    styles: 'wxss',
    translate: (wxml) => wxml,
  },
  alipay: { api: 'my', folder: 'packages/miniprogram/alipay_dist', markup: 'axml', styles: 'acss', translate: axmlOf },
}

/** Everything of the components but their logic, which rollup has written before: the same source in each host's words. */
export async function writeMarkup(): Promise<boolean> {
  for (const output of Object.values(outputs)) {
    const folder = join(root, output.folder)
    for (const [file, text] of await filesOf(output)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    await writeLanguages(folder)
    copyParts(folder, output.api)
  }
  await writeDlt()
  return true
}

/** Transsion's host: a page in place of a component, since no public document says what a component is there. */
export const dltFolder = 'packages/miniprogram/dlt_dist'

async function writeDlt(): Promise<void> {
  const page = `${source}/message-center/index`
  const folder = join(root, dltFolder)
  const whole = ['parts/base', 'parts/list', 'message-center/index'].map((name) => read(`${source}/${name}.wxss`))
  const rules = whole.join('\n').replace(/@import [^;]+;/g, '')
  mkdirSync(join(folder, 'message-center'), { recursive: true })
  const place = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  place('package.json', '{"type":"commonjs"}')
  place('message-center/index.dlt', dltOf(shipped(wholeMarkup(`${page}.wxml`))))
  place('message-center/index.css', await styleSheet(rules, 'css'))
  place('message-center/index.json', '{}')
  place('message-center/index.js', "require('../index.js').register('message-center')\n")
  await writeLanguages(folder)
  copyParts(folder, 'dlt')
}

/** Words, numbers and times of each language as a file of its own; whoever takes one requires it. */
async function writeLanguages(folder: string): Promise<void> {
  await build({
    entryPoints: files('packages/miniprogram/src/languages/*.ts').map((file) => join(root, file)),
    ...phone,
    outdir: join(folder, 'languages'),
  })
}

/** Further parts of client and adapter: rollup wrote them beside the adapters, in the short names of the host files. `wx-…` is WeChat's own. */
export const partsFolder = 'packages/adapters/dist/hosts/parts'

function copyParts(folder: string, api: string): void {
  const parts = join(root, partsFolder)
  mkdirSync(join(folder, 'parts'), { recursive: true })
  for (const file of readdirSync(parts).filter((name) => name.endsWith('.cjs'))) {
    const place = join(folder, `parts/${basename(file, '.cjs')}.js`)
    const isOfAnother = /^(wx|my|dlt)-/.test(file) && !file.startsWith(`${api}-`)
    if (isOfAnother) rmSync(place, { force: true })
    else copyFileSync(join(parts, file), place)
  }
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
