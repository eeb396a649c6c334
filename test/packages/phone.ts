import { globSync } from 'node:fs'
import { transform } from 'esbuild'
import { read, root } from '../tools/files.ts'
import { newerNames } from './newer-names.ts'
import { newerStyles } from './newer-styles.ts'

const packages = ['ports', 'protocol', 'client', 'views', 'adapters', 'elements', 'miniprogram']

/** Every built script that a phone may load; what only tests load is none. */
export function files(): string[] {
  const patterns = packages.map((name) => `packages/${name}/dist/**/*.{js,cjs}`)
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }))
  return found.filter((file) => !file.includes('/testing/')).sort()
}

/** Throws what Chrome 71 (or, of a host file, an ES2017 builder) would not understand: syntax, names of newer APIs, styles. */
export async function judge(file: string): Promise<void> {
  const text = read(file)
  const target = file.includes('/hosts/') ? 'es2017' : 'chrome71'
  if (!(await isLowered(text, target))) throw new Error(`it holds syntax that is newer than ${target}`)
  const newer = [...newerNames(file, text, target), ...newerStyles(file, text)]
  if (newer.length > 0) throw new Error(newer.join('; '))
}

/** Lowering what is lowered already changes nothing. */
export async function isLowered(text: string, target: string): Promise<boolean> {
  const [as, before] = await Promise.all([transform(text, { target }), transform(text, { target: 'esnext' })])
  return as.code === before.code
}
