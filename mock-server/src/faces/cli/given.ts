import { parseArgs } from 'node:util'
import { type Command, type CommandOption, Sentence } from './command.ts'

/** What stood on the command line, after the command's name. */
export interface Given {
  readonly words: readonly string[]
  text(option: string): string | undefined
  texts(option: string): readonly string[]
  flag(option: string): boolean
}

/** Throws `Sentence` for an option that the command lacks, and for words where it takes none. */
export function givenOf(command: Command, args: readonly string[]): Given {
  const { values, positionals } = parsed(command, args)
  if (command.takes === '' && positionals.length > 0)
    throw new Sentence(`Failed to ${command.name}: "${positionals.join(' ')}" is too much. ${helpOf(command)}`)
  const texts = (option: string): readonly string[] =>
    [values[option]].flat().filter((value) => typeof value === 'string')
  return {
    words: positionals,
    texts,
    text: (option) => texts(option).at(-1),
    flag: (option) => values[option] === true,
  }
}

function parsed({ name, options }: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: settings(options) })
  } catch (error) {
    // parseArgs names the option in its message; only its first sentence is for people.
    const fact = error instanceof Error ? (error.message.split(/\.(?: |\n)/)[0] ?? '') : String(error)
    throw new Sentence(`Failed to ${name}: ${fact}. ${helpOf({ name })}`)
  }
}

function settings(options: Readonly<Record<string, CommandOption>>) {
  const pairs = Object.entries(options).map(([name, { type, short, multiple }]) => [
    name,
    { type, ...(short === undefined ? {} : { short }), ...(multiple ? { multiple } : {}) },
  ])
  // Each value has the members that parseArgs asks for, and no others.
  return Object.fromEntries(pairs) as Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }>
}

function helpOf({ name }: Pick<Command, 'name'>): string {
  return `Run "minibell ${name} --help".`
}
