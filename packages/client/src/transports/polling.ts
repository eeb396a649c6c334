import type { Transport } from './transport.ts'

/** Asks for changes every `everyMs` (default 15,000). Needs HTTP alone, so it fits as the last of several transports. */
export function polling(options: { readonly everyMs?: number } = {}): Transport {
  const { everyMs = 15_000 } = options
  return ({ host, pull, live }) => {
    const ask = (): void => {
      pull()
      stop = host.timers.after(everyMs, ask)
    }
    let stop = host.timers.after(0, ask)
    live()
    return { stop: () => stop() }
  }
}
