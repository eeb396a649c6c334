import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type * as client from '@minibell/client'
import type { VirtualTime } from '@minibell/ports'
import { read, root } from '../../tools/files.ts'

/** Hosts whose code runs apart from any page. */
export type ThreadName = 'wx' | 'my' | 'dlt'

/** What a host file gives of the client; the adapter's own names are beside it. */
export type HostFile = Pick<
  typeof client,
  'createInbox' | 'outbox' | 'router' | 'webSocket' | 'polling' | 'MinibellError'
>

/** Names of pages, browsers and Node that no logic thread has. */
export const absent = [
  ...[
    'window',
    'document',
    'self',
    'global',
    'globalThis',
    'location',
    'navigator',
    'history',
    'performance',
    'process',
  ],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'localStorage', 'sessionStorage', 'indexedDB', 'URL'],
  ...[
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'crypto',
    'AbortController',
    'queueMicrotask',
    'structuredClone',
  ],
  ...['BroadcastChannel', 'Blob', 'FormData', 'Headers', 'Event', 'EventTarget', 'WebAssembly', 'eval', 'require'],
] as const

/** Methods that came after ES2017, as `Constructor.name` or `Constructor.prototype.name`. */
const newer = [
  ...[
    'Object.fromEntries',
    'Object.hasOwn',
    'Object.groupBy',
    'Promise.allSettled',
    'Promise.any',
    'Promise.prototype.finally',
  ],
  ...[
    'Promise.withResolvers',
    'Promise.try',
    'String.prototype.matchAll',
    'String.prototype.replaceAll',
    'String.prototype.at',
  ],
  ...[
    'String.prototype.trimStart',
    'String.prototype.trimEnd',
    'Array.prototype.at',
    'Array.prototype.flat',
    'Array.fromAsync',
  ],
  ...[
    'Array.prototype.flatMap',
    'Array.prototype.findLast',
    'Array.prototype.findLastIndex',
    'Array.prototype.toSorted',
  ],
  ...[
    'Array.prototype.toReversed',
    'Array.prototype.toSpliced',
    'Array.prototype.with',
    'Map.groupBy',
    'Symbol.asyncIterator',
  ],
]

/**
 * Runs the built file of a host in a context of its own that has ES2017, the host's `globals` and nothing else: no code from text,
 * none of `absent`. `Date.now` is that of `time`. Throws when the file is not built.
 */
export function runHostFile(host: ThreadName, globals: object, time: VirtualTime): HostFile & Record<string, never> {
  const file = `packages/adapters/dist/hosts/${host}.cjs`
  return load(builtFile(file), file, { globals, time })
}

/** The file of one further part of the client, `cache` or `paged-history`, in a context of its own. */
export function runPart(part: string, time: VirtualTime): typeof client {
  const file = `packages/adapters/dist/hosts/parts/${part}.cjs`
  return load(builtFile(file), file, { globals: {}, time })
}

function builtFile(file: string): string {
  if (!existsSync(join(root, file))) throw new Error(`Failed to run ${file}: it is not built. Run npm run build first.`)
  return read(file)
}

/** As `runHostFile`, of any text; what it puts into `module.exports`. `globals` win over `absent`. */
export function load<Exports>(text: string, file: string, on: { globals: object; time: VirtualTime }): Exports {
  const module = { exports: {} }
  const quiet = { error() {}, warn() {}, log() {} }
  const own = { console: quiet, ...on.globals, module, exports: module.exports, now: () => on.time.now() }
  const context = createContext(own, { codeGeneration: { strings: false, wasm: false } })
  const gone = newer.map((name) => `delete ${name}`)
  runInContext(`Date.now = now; delete this.now; ${gone.join(';')}`, context)
  const foreign = absent.filter((name) => !(name in on.globals))
  runInContext(foreign.map((name) => `delete this.${name}`).join(';'), context)
  runInContext(text, context, { filename: file })
  // What the file exports is told by the types of the packages that it was made of.
  return module.exports as Exports
}
