import { read } from './files.ts'

/** The first TypeScript block after `<!-- snippet: NAME -->` of a document. */
export function snippet(file: string, name: string): string {
  const [, after] = read(file).split(`<!-- snippet: ${name} -->`)
  const block = /^\s*```ts\n([\s\S]*?)\n```/.exec(after ?? '')
  if (block?.[1] === undefined) throw new Error(`Failed to find a block marked "snippet: ${name}" in ${file}.`)
  return block[1]
}
