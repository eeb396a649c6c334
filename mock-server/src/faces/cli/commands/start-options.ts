import { isLoopback } from '../../server/control-guard.ts'
import { Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { instantOf } from '../instant.ts'

/** What `minibell start` was asked for. */
export interface StartOptions {
  readonly port: number
  readonly host: string
  /** Folder of the durable store; absent: in memory. */
  readonly data?: string
  /** Address of an engine that several processes share. */
  readonly store?: string
  /** File of a world; absent: the demo world. */
  readonly world?: string
  /** Folder of the built demo. */
  readonly demo?: string
  readonly output: 'text' | 'json' | 'quiet'
  readonly clock: { readonly kind: 'real' } | { readonly kind: 'frozen' | 'from'; readonly at: number }
  readonly prefix?: string
  /** Which revision of the sources the world starts with; absent: what the world says. */
  readonly profile?: 'source' | 'current'
  readonly tls: Tls
  readonly controlToken?: string
  /** Requests a second of one address or token; `off`: any number. Absent: generous bounds beyond this machine. */
  readonly clientRate?: number | 'off'
  readonly allowOrigins: readonly string[]
}

/** `self-made`: in memory, anew at each start, for this machine. */
export type Tls =
  | { readonly kind: 'off' }
  | { readonly kind: 'self-made' }
  | { readonly kind: 'files'; readonly cert: string; readonly key: string }

/** Throws `Sentence`. */
export function startOptions(given: Given): StartOptions {
  const [data, store, world, demo] = ['data', 'store', 'world', 'demo'].map(given.text)
  const [prefix, controlToken] = [prefixOf(given.text('prefix')), given.text('control-token')]
  const host = hostOf(given.text('host') ?? '127.0.0.1')
  const clientRate = clientRateOf(given.text('client-rate'))
  const profile = profileOf(given.text('profile'))
  if (controlToken !== undefined && !/^[\w.~+/=-]{8,256}$/.test(controlToken))
    throw wrong('--control-token is no token of 8 to 256 letters, digits and -._~+/=')
  if (store !== undefined && data !== undefined) throw wrong('--store and --data name two places for one world')
  return {
    port: portOf(given.text('port') ?? '4510'),
    host,
    tls: tlsOf(given, host),
    output: given.flag('json') ? 'json' : given.flag('quiet') ? 'quiet' : 'text',
    clock: clockOf(given.text('clock') ?? 'real'),
    allowOrigins: given.texts('allow-origin').map(originOf),
    ...(data !== undefined && { data }),
    ...(store !== undefined && { store }),
    ...(world !== undefined && { world }),
    ...(demo !== undefined && { demo }),
    ...(prefix !== undefined && { prefix }),
    ...(profile !== undefined && { profile }),
    ...(controlToken !== undefined && { controlToken }),
    ...(clientRate !== undefined && { clientRate }),
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

function hostOf(text: string): string {
  if (/^[A-Za-z0-9.:_-]+$/.test(text)) return text
  throw wrong(`--host "${text}" is no name or address`)
}

function originOf(text: string): string {
  if (/^https?:\/\/[^/\s?#]+$/.test(text)) return text
  throw wrong(`--allow-origin "${text}" is no origin such as https://app.example`)
}

function profileOf(text: string | undefined): StartOptions['profile'] {
  if (text === undefined || text === 'source' || text === 'current') return text
  throw wrong(`--profile "${text}" is neither "source" nor "current"`)
}

function tlsOf(given: Given, host: string): Tls {
  const [cert, key] = [given.text('tls-cert'), given.text('tls-key')]
  if (cert !== undefined && key !== undefined) return { kind: 'files', cert, key }
  if (cert !== undefined || key !== undefined)
    throw wrong(`--tls-${cert === undefined ? 'key needs --tls-cert' : 'cert needs --tls-key'}`)
  if (!given.flag('tls')) return { kind: 'off' }
  if (isLoopback(host)) return { kind: 'self-made' }
  throw wrong(`--tls makes certificates for this machine alone, not for "${host}"; it needs --tls-cert and --tls-key`)
}

function clientRateOf(text: string | undefined): StartOptions['clientRate'] {
  if (text === undefined || text === 'off') return text
  const rate = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (rate > 0) return rate
  throw wrong(`--client-rate "${text}" is neither "off" nor a number from 1 to 999999`)
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
