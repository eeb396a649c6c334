import { existsSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { type MergedRollupOptions, rollup } from 'rollup'
import { loadConfigFile } from 'rollup/loadConfigFile'
import { failed, passed, sum, type Tally, tallyLine } from '../run/part.ts'
import { writeDeclarations } from './declarations.ts'
import { root } from './files.ts'
import { dltFolder, outputs, writeMarkup } from './miniprogram/output.ts'
import { published, type Workspace } from './workspaces.ts'

/**
 * `npm run build [-- --only pages]`: each package's JavaScript by rollup and its declarations by tsc, then the pages: demo and
 * console. A package that fails does not keep the others from being built. Ends with `N passed, N failed`.
 */
async function main(): Promise<void> {
  process.chdir(root)
  const isWhole = process.argv.slice(2).join(' ') !== '--only pages'
  const all = sum([...(isWhole ? await buildPackages() : []), ...(await buildPages())])
  print(tallyLine(all))
  process.exitCode = all.failed === 0 ? 0 : 1
}

async function buildPackages(): Promise<Tally[]> {
  const packages = published()
  const old = [
    ...packages.map(({ folder }) => `${folder}/dist`),
    ...Object.values(outputs).map(({ folder }) => folder),
    dltFolder,
  ]
  for (const folder of old) rmSync(join(root, folder), { recursive: true, force: true })
  const tallies = (await Promise.all([bundleAll('rollup.config.js'), declareAll(packages)])).flat()
  return [...tallies, await attempt('packages/miniprogram (components)', writeMarkup)]
}

async function buildPages(): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const config of ['mock-server/console/rollup.config.js', 'demo/rollup.config.js'])
    if (existsSync(config)) tallies.push(...(await bundleAll(config)))
  return tallies
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function bundleAll(config: string): Promise<Tally[]> {
  const { options, warnings } = await loadConfigFile(join(root, config), {})
  warnings.flush()
  const tallies: Tally[] = []
  for (const one of options) tallies.push(await attempt(nameOf(one), () => bundle(one)))
  return tallies
}

async function bundle(options: MergedRollupOptions): Promise<boolean> {
  const built = await rollup(options)
  try {
    for (const output of options.output) await built.write(output)
  } finally {
    await built.close()
  }
  return true
}

function nameOf({ output: [output] }: MergedRollupOptions): string {
  const place = output?.file ?? output?.dir ?? 'rollup'
  return `${relative(root, resolve(root, place))} (${output?.format ?? 'es'})`
}

/** In order: each reads what the ones before wrote. */
async function declareAll(packages: readonly Workspace[]): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const one of packages)
    tallies.push(await attempt(`${one.folder}/dist (types)`, () => writeDeclarations(one, print)))
  return tallies
}

async function attempt(name: string, act: () => Promise<boolean>): Promise<Tally> {
  const ended = await act().catch((error: unknown) => {
    print(error instanceof Error ? error.message : String(error))
    return false
  })
  print(`${ended ? 'built ' : 'failed'} ${name}`)
  return ended ? passed : failed
}

await main()
