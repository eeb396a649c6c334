import { ListenError } from '../server/listen-error.ts'
import { ownVersion } from '../server/own-files.ts'
import { type Io, Sentence } from './command.ts'
import { commands } from './commands.ts'
import { givenOf } from './given.ts'
import { commandHelp, helpText } from './help.ts'

/** Runs one command line, without the program's own name, and answers the exit code. Never rejects. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    return await chosen(args, io)
  } catch (error) {
    io.warn(sentenceOf(error))
    return 1
  }
}

async function chosen(args: readonly string[], io: Io): Promise<number> {
  const [first = ''] = args
  const isNamed = first !== '' && !first.startsWith('-')
  if (first === '--version' || first === '-v') return said(io, `${ownVersion()}\n`)
  if (first === '--help' || first === '-h') return said(io, helpText(commands))
  const name = isNamed ? first : 'start'
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Sentence(`Failed to start: there is no command "${name}". Run "minibell --help".`)
  const rest = isNamed ? args.slice(1) : args
  if (rest.includes('--help') || rest.includes('-h')) return said(io, commandHelp(command))
  return command.run(givenOf(command, rest), io)
}

function said(io: Io, text: string): number {
  io.print(text)
  return 0
}

/** Errors of these kinds are for the user; anything else is a bug, told with what it says. */
function sentenceOf(error: unknown): string {
  if (error instanceof Sentence || error instanceof ListenError) return error.message
  if (error instanceof Error && (error.name === 'StoreError' || error.name === 'EngineError')) return error.message
  return `Failed to run: a bug of Minibell (${error instanceof Error ? (error.stack ?? error.message) : String(error)}).`
}
