import { join } from 'node:path'
import { command } from '../run/command.ts'
import { root } from '../tools/files.ts'
import { snippet } from '../tools/snippet.ts'
import { type Door, doorsOf } from './doors.ts'
import { type Consumer, link, write } from './pack.ts'

/** Loads doors in one Node, as ES modules, and says what each threw; the last line is the end of that Node. */
export async function importInNode(consumer: Consumer, doors: readonly Door[]): Promise<Loaded> {
  const text = `for (const name of ${names(doors)}) await import(name).then(() => console.log(name, 'loaded'), (error) => console.log(name, error))`
  return loaded(['--input-type=module', '-e', text], consumer)
}

/** The same as CommonJS; `require` of an ES module is switched off, as older tools lack it. */
export async function requireInNode(consumer: Consumer, doors: readonly Door[]): Promise<Loaded> {
  const text = `for (const name of ${names(doors)}) try { require(name); console.log(name, 'loaded') } catch (error) { console.log(name, error) }`
  return loaded(['--no-experimental-require-module', '--input-type=commonjs', '-e', text], consumer)
}

/** Throws what a door said when it was loaded, unless that went well. */
export type Loaded = (door: Door) => void

const names = (doors: readonly Door[]): string => JSON.stringify(doors.map(({ name }) => name))

async function loaded(args: readonly string[], { folder }: Consumer): Promise<Loaded> {
  const { lines } = await command(process.execPath, args, () => {}, folder)
  return ({ name }) => {
    const at = lines.findIndex((line) => line.startsWith(`${name} `))
    if (lines[at] !== `${name} loaded`) throw new Error(lines.slice(Math.max(at, 0)).slice(0, 20).join('\n'))
  }
}

/** Type-checks a file that names every door, with the libraries' own declarations checked too. */
export async function typeCheck(consumer: Consumer, resolution: 'node16' | 'bundler'): Promise<void> {
  const doors = doorsOf(consumer)
  for (const name of ['@types/node', 'vitest', 'msw']) link(name, consumer.folder)
  const all = doors.map(({ name }, at) => `import * as door${at} from '${name}'`)
  write(consumer, `${resolution}/all.ts`, `${all.join('\n')}\nexport default [${doors.map((_, at) => `door${at}`)}]\n`)
  const required = doors.filter(({ isRequired }) => isRequired)
  const cts = required.map(({ name }, at) => `import door${at} = require('${name}')`)
  const list = required.map((_, at) => `door${at}`)
  if (resolution === 'node16') write(consumer, 'node16/all.cts', `${cts.join('\n')}\nexport const doors = [${list}]\n`)
  write(consumer, `${resolution}/readme.ts`, snippet('README.md', 'page'))
  write(consumer, `${resolution}/tsconfig.json`, JSON.stringify(settings(resolution)))
  const { lines } = await command(join(root, 'node_modules/.bin/tsc'), ['-p', resolution], () => {}, consumer.folder)
  // Third parties' declarations are theirs to mend.
  const own = lines.filter((line) => !/^\S*node_modules\/(?!@minibell)/.test(line) && !/^\s/.test(line))
  if (own.length > 0) throw new Error(own.slice(0, 20).join('\n'))
}

function settings(resolution: 'node16' | 'bundler'): object {
  return {
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
      types: ['node'],
      module: resolution === 'node16' ? 'node16' : 'esnext',
      moduleResolution: resolution,
      resolveJsonModule: true,
      skipLibCheck: false,
    },
    include: ['*.ts', '*.cts'],
  }
}

/** Bundles the README's page with the elements by Vite. */
export async function buildWithVite(consumer: Consumer): Promise<void> {
  link('vite', consumer.folder)
  write(consumer, 'page/index.html', '<!doctype html><script type="module" src="./main.ts"></script>')
  write(consumer, 'page/main.ts', `import '@minibell/elements/define'\n${snippet('README.md', 'page')}`)
  await succeed(join(root, 'node_modules/.bin/vite'), ['build', 'page', '--logLevel', 'warn'], consumer)
}

/** Runs the README's test as a user would. */
export async function runReadmeTest(consumer: Consumer): Promise<void> {
  for (const name of ['vitest', 'msw']) link(name, consumer.folder)
  write(consumer, 'readme/readme.test.ts', snippet('README.md', 'test'))
  write(consumer, 'readme/vitest.config.js', 'export default {}')
  await succeed(join(root, 'node_modules/.bin/vitest'), ['run', '--root', 'readme'], consumer)
}

/** Throws what the program said unless it ended well; it runs in the consumer's folder, without our conditions. */
async function succeed(program: string, args: readonly string[], { folder }: Consumer): Promise<void> {
  const { code, lines } = await command(program, args, () => {}, folder)
  if (code !== 0)
    throw new Error(
      lines
        .filter((line) => !/^\s+at /.test(line))
        .slice(0, 20)
        .join('\n'),
    )
}
