import { engineError } from './engine-error.ts'

/** Where the engine is, as `redis[s]://[USER[:PASSWORD]@]HOST[:PORT][,HOST[:PORT]…][/DB][?prefix=NAME]` says it. */
export interface RedisUrl {
  /** Any of them leads to the whole of a cluster. */
  readonly nodes: readonly { readonly host: string; readonly port: number }[]
  readonly tls: boolean
  readonly username?: string
  readonly password?: string
  readonly database: number
  /** What all keys begin with. Default `minibell`. */
  readonly prefix: string
  /** The URL without its password, for people. */
  readonly shown: string
}

/** Throws `EngineError`, one sentence. */
export function redisUrl(text: string): RedisUrl {
  const [, scheme, user, nodes, database = '0', query] =
    /^(rediss?):\/\/(?:([^@/]*)@)?([^/?#]+)(?:\/(\d{0,3}))?(?:\?([^#]*))?$/i.exec(text) ?? []
  if (scheme === undefined || nodes === undefined) throw wrong(text, 'is no URL such as redis://localhost:6379')
  const prefix = prefixOf(text, query)
  const [username, ...password] = (user ?? '').split(':').map((part) => decoded(text, part))
  return {
    nodes: nodes.split(',').map((node) => nodeOf(text, node)),
    tls: scheme.toLowerCase() === 'rediss',
    ...(username && { username }),
    ...(password.length > 0 && { password: password.join(':') }),
    database: Number(database),
    prefix,
    shown: shownOf(text),
  }
}

function nodeOf(text: string, node: string): RedisUrl['nodes'][number] {
  const [, six, host = six, port = '6379'] = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(node) ?? []
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535)
    throw wrong(text, `names no host and port by "${node}"`)
  return { host, port: Number(port) }
}

function prefixOf(text: string, query: string | undefined): string {
  const known = new URLSearchParams(query)
  const odd = [...known.keys()].find((name) => name !== 'prefix')
  if (odd !== undefined) throw wrong(text, `has a part "${odd}" that is not known; "prefix" is`)
  const prefix = known.get('prefix') ?? 'minibell'
  if (!/^[\w.:-]{1,64}$/.test(prefix)) throw wrong(text, 'has a prefix that is not 1 to 64 letters, digits and _.:-')
  return prefix
}

function decoded(text: string, part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw wrong(text, 'has a "%" without two hexadecimal digits in its user or password')
  }
}

function shownOf(text: string): string {
  return text.replace(/(:\/\/[^:@/]*):[^@]*@/, '$1:***@')
}

function wrong(text: string, fact: string): Error {
  return engineError('wrong-url', shownOf(text), {
    says: `it ${fact}. Write redis://HOST:PORT, rediss:// for TLS, and nodes of a cluster with commas between them.`,
  })
}
