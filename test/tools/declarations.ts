import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command } from '../run/command.ts'
import { root } from './files.ts'
import { entries, published, specifier, type Workspace } from './workspaces.ts'

/**
 * Writes a package's `.d.ts` into its `dist`, with `.d.cts` beside them where an entry may be required. The packages that it
 * depends on must be written: they are read as their users read them, without the source condition. False when tsc refused.
 */
export async function writeDeclarations(workspace: Workspace, print: (line: string) => void): Promise<boolean> {
  const folder = join(root, workspace.folder)
  const config = temporaryFolder()
  try {
    writeFileSync(join(config, 'tsconfig.json'), JSON.stringify(settings(workspace)))
    const { code } = await command('tsc', ['-p', config], print)
    if (code !== 0) return false
  } finally {
    rmSync(config, { recursive: true })
  }
  const isRequired = entries(workspace).some(([, entry]) => entry.require)
  for (const file of globSync('dist/**/*.d.ts', { cwd: folder }))
    finish(join(folder, file), isRequired ? 'both' : 'esm')
  return true
}

/** From the doors on: what only tests use is no declaration of ours. */
function settings(workspace: Workspace): object {
  const folder = join(root, workspace.folder)
  return {
    extends: join(folder, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: join(folder, 'dist'),
      rootDir: join(folder, 'src'),
      customConditions: [],
    },
    files: entries(workspace).map(([, entry]) => join(folder, entry['minibell-source'] ?? '')),
    include: [],
  }
}

/** Below node_modules, so that `types` of the package's tsconfig are found and a crash leaves nothing in the tree. */
function temporaryFolder(): string {
  const folder = join(root, 'node_modules/.cache/minibell')
  mkdirSync(folder, { recursive: true })
  return mkdtempSync(join(folder, 'declarations-'))
}

/** Relative imports name `.ts` files in the sources; declarations name what lies beside them. */
function finish(file: string, formats: 'esm' | 'both'): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, withEnding(text, '.js'))
  if (formats === 'both') writeFileSync(file.replace(/\.d\.ts$/, '.d.cts'), asImported(withEnding(text, '.cjs')))
}

/** What cannot be required has types that a CommonJS declaration must ask for as an import. */
function asImported(text: string): string {
  const names = published()
    .filter((one) => !entries(one).some(([, entry]) => entry.require))
    .map((one) => specifier(one, '.'))
  return text.replace(/^(import type .* from ['"]([^'"]+)['"]);?$/gm, (line, statement: string, name: string) =>
    names.includes(name) ? `${statement} with { 'resolution-mode': 'import' };` : line,
  )
}

function withEnding(text: string, ending: string): string {
  return text.replace(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]*)\.ts(['"])/g, `$1${ending}$2`)
}
