import { read } from '../tools/files.ts'

/** The block after `<!-- recipe: NAME -->` of docs/recipes.md, or of another page. Throws when there is none. */
export function recipe(name: string, page = 'docs/recipes.md'): string {
  const [, after = ''] = read(page).split(`<!-- recipe: ${name} -->`)
  const [, block] = /^\s*```\w+\n([\s\S]*?)\n```/.exec(after) ?? []
  if (block === undefined) throw new Error(`Failed to find a block marked "recipe: ${name}" in ${page}.`)
  return block
}
