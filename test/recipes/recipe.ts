import { read } from '../tools/files.ts'

/** The block after `<!-- recipe: NAME -->` of docs/recipes.md. Throws when there is none. */
export function recipe(name: string): string {
  const [, after = ''] = read('docs/recipes.md').split(`<!-- recipe: ${name} -->`)
  const [, block] = /^\s*```\w+\n([\s\S]*?)\n```/.exec(after) ?? []
  if (block === undefined) throw new Error(`Failed to find a block marked "recipe: ${name}" in docs/recipes.md.`)
  return block
}
