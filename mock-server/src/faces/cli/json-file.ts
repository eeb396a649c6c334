import { readFile } from 'node:fs/promises'
import { Sentence } from './command.ts'

/** A file's JSON. `what` is for the sentence: `the world`. Throws `Sentence`. */
export async function readJsonFile(
  file: string,
  { verb, what }: { readonly verb: string; readonly what: string },
): Promise<unknown> {
  const text = await readTextFile(file, { verb, what })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Sentence(`Failed to ${verb}: ${what} ${file} is no JSON (${factOf(error)}). Mend it.`)
  }
}

export async function readTextFile(
  file: string,
  { verb, what }: { readonly verb: string; readonly what: string },
): Promise<string> {
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')
  } catch (error) {
    throw new Sentence(`Failed to ${verb}: ${what} ${file} cannot be read (${factOf(error)}). Give another.`)
  }
}

/** One line of what an error says. */
export function factOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')
}
