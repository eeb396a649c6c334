import type { Peers, Undo } from '@minibell/ports'

/**
 * The tabs of one origin that meet under `name`: words by `BroadcastChannel`, the lead by Web Locks, so that a tab that crashes gives it
 * up too. Where a browser lacks the locks everybody leads at once; without the channel nobody is heard.
 */
export function webPeers(name: string): Peers {
  let channel: BroadcastChannel | undefined
  const listeners = new Set<(text: string) => void>()
  const open = (): void => {
    if (channel || typeof BroadcastChannel !== 'function') return
    channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }) => {
      for (const listener of [...listeners]) listener(String(data))
    }
  }

  return {
    post: (text) => channel && channel.postMessage(text),
    on(listener) {
      listeners.add(listener)
      open()
      return () => {
        listeners.delete(listener)
        if (listeners.size || !channel) return
        channel.close()
        channel = undefined
      }
    },
    lead: (lead) => takeTurns(name, lead),
  }
}

function takeTurns(name: string, lead: () => Undo): Undo {
  const control = new AbortController()
  let resign: Undo | undefined
  let isOver = false

  const begin = (release: () => void): void => {
    const undo = lead()
    resign = () => {
      undo()
      release()
    }
    if (isOver) resign()
  }
  const { locks } = navigator
  if (!locks) begin(() => {})
  else
    locks
      .request(name, { signal: control.signal }, () => new Promise<void>(begin))
      // Aborted by the undo, or a page of no origin: such a page shares nothing.
      .catch(() => isOver || resign || begin(() => {}))

  return () => {
    if (isOver) return
    isOver = true
    control.abort()
    if (resign) resign()
  }
}
