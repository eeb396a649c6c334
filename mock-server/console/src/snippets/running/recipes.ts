import { readFileSync } from 'node:fs'
import type { SnippetLanguage } from '../snippet.ts'

const page = new URL('../../../../../docs/recipes.md', import.meta.url)

/** A program of docs/recipes.md in that language; what it prints first is the verdict, or the code 0. Absent: the page has none, or others run it. */
export function recipeIn({ id }: SnippetLanguage): string | undefined {
  if (!['java', 'php', 'go'].includes(id)) return undefined
  const [, after = ''] = readFileSync(page, 'utf8').split(`<!-- recipe: ${id} -->`)
  return /^\s*```\w+\n([\s\S]*?)\n```/.exec(after)?.[1]
}
