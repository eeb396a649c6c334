import { Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { instantOf } from '../instant.ts'

/** What `minibell start` was asked for. */
export interface StartOptions {
  readonly port: number
  readonly host: string
  /** Folder of the durable store; absent: in memory. */
  readonly data?: string
  /** File of a world; absent: the demo world. */
  readonly world?: string
  /** Folder of the built demo. */
  readonly demo?: string
  readonly output: 'text' | 'json' | 'quiet'
  readonly clock: { readonly kind: 'real' } | { readonly kind: 'frozen' | 'from'; readonly at: number }
  readonly prefix?: string
  readonly controlToken?: string
  readonly allowOrigins: readonly string[]
}

/** Throws `Sentence`. */
export function startOptions(given: Given): StartOptions {
  const [data, world, demo] = ['data', 'world', 'demo'].map(given.text)
  const [prefix, controlToken] = [prefixOf(given.text('prefix')), given.text('control-token')]
  if (controlToken !== undefined && !/^[\w.~+/=-]{8,256}$/.test(controlToken))
    throw wrong('--control-token is no token of 8 to 256 letters, digits and -._~+/=')
  return {
    port: portOf(given.text('port') ?? '4510'),
    host: given.text('host') ?? '127.0.0.1',
    output: given.flag('json') ? 'json' : given.flag('quiet') ? 'quiet' : 'text',
    clock: clockOf(given.text('clock') ?? 'real'),
    allowOrigins: given.texts('allow-origin'),
    ...(data !== undefined && { data }),
    ...(world !== undefined && { world }),
    ...(demo !== undefined && { demo }),
    ...(prefix !== undefined && { prefix }),
    ...(controlToken !== undefined && { controlToken }),
  }
}

function wrong(fact: string): Sentence {
  return new Sentence(`Failed to start: ${fact}. Run "minibell start --help".`)
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536
  if (port > 65_535) throw wrong(`"${text}" is no port`)
  return port
}

function prefixOf(text: string | undefined): string | undefined {
  if (text === undefined || /^(\/[A-Za-z0-9._~-]+)+$/.test(text)) return text
  throw wrong(`--prefix "${text}" is no path such as /api/open`)
}

function clockOf(text: string): StartOptions['clock'] {
  if (text === 'real') return { kind: 'real' }
  if (text === 'frozen') return { kind: 'frozen', at: Date.now() }
  const at = instantOf(text)
  if (at === undefined) throw wrong(`--clock "${text}" is neither "real", "frozen" nor ISO 8601 with a zone`)
  return { kind: 'from', at }
}
