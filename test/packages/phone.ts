import { globSync } from 'node:fs'
import { transform } from 'esbuild'
import { read, root } from '../tools/files.ts'
import { freeNames } from './free-names.ts'
import { newerNames } from './newer-names.ts'
import { newerStyles } from './newer-styles.ts'

const packages = ['ports', 'protocol', 'client', 'views', 'adapters', 'elements', 'miniprogram']

/** Every built script that a phone may load; what only tests load is none. */
export function files(): string[] {
  const patterns = packages.map((name) => `packages/${name}/dist/**/*.{js,cjs}`)
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }))
  return found.filter((file) => !file.includes('/testing/')).sort()
}

/**
 * Throws what Chrome 71 (or, of a host file, an ES2017 builder) would not understand: syntax, names of newer APIs, styles; of the
 * file of a logic thread also each name that no such thread has.
 */
export async function judge(file: string): Promise<void> {
  const text = read(file)
  const target = file.includes('/hosts/') ? 'es2017' : 'chrome71'
  if (!(await isLowered(text, target))) throw new Error(`it holds syntax that is newer than ${target}`)
  const newer = [...newerNames(file, text, target), ...newerStyles(file, text)]
  const foreign = foreignNames(file, text).map((name) => `${name} (no logic thread has it)`)
  const faults = [...newer, ...foreign, ...(target === 'es2017' ? newerPatterns(text) : [])]
  if (faults.length > 0) throw new Error(faults.join('; '))
}

/** Of the file of a mini-program's host, or of a part beside it: `parts/wx-events` may know what WeChat has, `parts/cache` no host at all. */
export function foreignNames(file: string, text: string): string[] {
  const [, name] = /hosts\/(?:parts\/)?([^/]+)\.cjs$/.exec(file) ?? []
  if (name === undefined || name === 'web') return []
  return freeNames(
    file,
    text,
    ['wx', 'my', 'dlt'].filter((host) => name === host || name.startsWith(`${host}-`)),
  )
}

/** What regular expressions have since ES2018, wherever it stands: lowering only hides it in a text. iOS before 16.4 lacks the first. */
export function newerPatterns(text: string): string[] {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/\(\?<[=!]/, 'a look behind'],
    [/\(\?<[A-Za-z]/, 'a named group'],
    [/\\p\{/i, 'a class of Unicode'],
  ]
  return kinds.filter(([pattern]) => pattern.test(text)).map(([, name]) => `${name} in a regular expression (ES2018)`)
}

/** Lowering what is lowered already changes nothing. */
export async function isLowered(text: string, target: string): Promise<boolean> {
  const [as, before] = await Promise.all([transform(text, { target }), transform(text, { target: 'esnext' })])
  return as.code === before.code
}
