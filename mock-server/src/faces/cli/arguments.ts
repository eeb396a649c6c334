import { parseArgs } from 'node:util'

/** What the command line asked for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly sentence: string }
  | ({ readonly kind: 'start' } & StartOptions)

export interface StartOptions {
  readonly port: number
  readonly host: string
  /** File of a world; absent: the demo world. */
  readonly world?: string
  /** Folder of the built demo. */
  readonly demo?: string
  readonly output: 'text' | 'json' | 'quiet'
  /** Where wall time starts; absent: the machine's. It goes on by itself either way. */
  readonly clockAt?: number
  readonly allowOrigins: readonly string[]
}

export const usage = `Usage: minibell start [options]

Starts the mock message platform: send APIs, delivery, control and the demo on one port.

  --port N          port, 0 for any free one (default 4510)
  --host H          address to bind (default 127.0.0.1: this machine only)
  --world FILE      world to start with, a JSON file (default: the demo world)
  --demo DIR        folder of the built demo, served at /demo/
  --clock TIME      where the platform's time starts: "real" or ISO 8601 with a zone (default real)
  --allow-origin O  web origin that may call besides this server's own; may be repeated
  --quiet           print nothing but errors
  --json            print one line of JSON instead of text
  --help, --version
`

/** Reads arguments without the program's own name; never throws. */
export function commandOf(args: readonly string[]): Command {
  try {
    return understood(args)
  } catch (error) {
    // parseArgs names the option in its message; only its first sentence is for people.
    const fact = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    return wrong(fact)
  }
}

function understood(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4510' },
      host: { type: 'string', default: '127.0.0.1' },
      world: { type: 'string' },
      demo: { type: 'string' },
      clock: { type: 'string', default: 'real' },
      'allow-origin': { type: 'string', multiple: true, default: [] },
      quiet: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
    },
  })
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const [verb = 'start', ...more] = positionals
  if (verb !== 'start' || more.length > 0) return wrong(`there is no command "${positionals.join(' ')}"`)
  const port = portOf(values.port)
  if (port === undefined) return wrong(`"${values.port}" is no port`)
  const clockAt = values.clock === 'real' ? undefined : instantOf(values.clock)
  if (Number.isNaN(clockAt)) return wrong(`--clock "${values.clock}" is neither "real" nor ISO 8601 with a zone`)
  return {
    kind: 'start',
    port,
    host: values.host,
    output: values.json ? 'json' : values.quiet ? 'quiet' : 'text',
    allowOrigins: values['allow-origin'],
    ...(values.world === undefined ? {} : { world: values.world }),
    ...(values.demo === undefined ? {} : { demo: values.demo }),
    ...(clockAt === undefined ? {} : { clockAt }),
  }
}

function wrong(fact: string): Command {
  return { kind: 'wrong', sentence: `Failed to start: ${fact}. Run "minibell --help".` }
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536
  return port <= 65_535 ? port : undefined
}

function instantOf(text: string): number {
  return /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
}
