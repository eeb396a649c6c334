import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { minify } from 'vite'
import { checks } from '../run/checks.ts'
import { read, root } from '../tools/files.ts'
import { snippet } from '../tools/snippet.ts'
import { type Budget, budgets } from './budgets.ts'

/** `npm run size`: the bytes of what users write, from the published build, lowered to Chrome 71 and minified as `vite build` does; one line each. */
async function main(): Promise<void> {
  const { check, end } = checks()
  for (const budget of budgets(snippet('README.md', 'page')))
    await check(budget.name.padEnd(25), async () => {
      const texts = budget.file === undefined ? await bundle(budget) : [budget.file].flat().map(read)
      return weigh(budget, texts)
    })
  end()
}

/** Throws when it is too heavy, after all: an answer is the line. */
function weigh({ most, goal, counted }: Budget, texts: readonly string[]): string {
  const sum = (size: (text: string) => number): number => texts.reduce((all, text) => all + size(text), 0)
  const sizes = { raw: sum((text) => Buffer.byteLength(text)), gzip: sum(gzipped), brotli: sum(brotlied) }
  const shown = Object.entries(sizes).map(([name, bytes]) => `${name} ${bytes.toLocaleString('en')}`.padEnd(14))
  const line = `${shown.join(' ')} limit ${counted} ${most.toLocaleString('en')}`
  const over = sizes[counted] - most
  if (over > 0) throw new Error(`${line}, ${over.toLocaleString('en')} too many`)
  return goal === undefined ? line : `${line}, goal ${goal.toLocaleString('en')} ${outcome(sizes[counted], goal)}`
}

/** As benchmarks say it. */
function outcome(bytes: number, goal: number): string {
  return `${bytes <= goal ? 'reached' : 'missed'}, ratio ${(bytes / goal).toFixed(2)}`
}

const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length

const brotlied = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** The files that a page would load, each compressed by itself as a server does. */
async function bundle({ snippet: contents = '', external = [], part = 'all' }: Budget): Promise<string[]> {
  const built = await build({
    stdin: { contents, resolveDir: `${root}/test/size`, loader: 'ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'chrome71',
    legalComments: 'none',
    external: [...external],
    outdir: `${root}/test/size/dist`,
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const names = part === 'all' ? Object.keys(built.metafile.outputs) : eagerly(built.metafile)
  const files = built.outputFiles.filter((file) => names.some((name) => file.path.endsWith(`/${name}`)))
  return Promise.all(files.map(({ text }) => shrunk(text)))
}

async function shrunk(text: string): Promise<string> {
  const { code, errors } = await minify('page.js', text, { module: true, compress: { target: 'chrome71' } })
  if (errors[0]) throw new Error(`Failed to minify: ${errors[0].message}`)
  return code
}

/** The first file and what it imports by statement, without what `import()` brings later. */
function eagerly({ outputs }: Metafile): string[] {
  const found = new Set(Object.keys(outputs).filter((name) => outputs[name]?.entryPoint === '<stdin>'))
  for (const name of found)
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') found.add(path)
  return [...found]
}

await main()
