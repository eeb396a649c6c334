import type { InboxItem } from '@minibell/protocol'
import { type HeldInbox, heldInbox } from '../held-inbox.ts'

/** Stands for a vendor's service: its calls are answered in the page, its socket opens and says what it is told. Nothing leaves the page. */
export interface StandIn {
  /** Of a service message; newest first. */
  readonly items: () => readonly InboxItem[]
  fill(count: number): void
  /** So many more; oldest first. */
  add(count: number): readonly InboxItem[]
  say(event: unknown): void
}

/** `answer`: what a call's body is, by its address and method. Takes the place of `fetch` and `WebSocket`. */
export function standIn(answer: (url: string, method: string) => unknown): StandIn {
  let inbox: HeldInbox = heldInbox(0)
  const sockets = new Set<OpenSocket>()

  class OpenSocket extends EventTarget {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readyState = OpenSocket.CONNECTING
    constructor() {
      super()
      sockets.add(this)
      queueMicrotask(() => {
        this.readyState = OpenSocket.OPEN
        this.dispatchEvent(new Event('open'))
      })
    }
    send(): void {}
    close(): void {
      sockets.delete(this)
    }
  }

  Object.assign(globalThis, {
    WebSocket: OpenSocket,
    fetch: async (asked: string | Request, init: RequestInit = {}) => {
      const request = typeof asked === 'string' ? new Request(asked, init) : asked
      return Response.json(answer(request.url, request.method))
    },
  })
  const items = (): readonly InboxItem[] => {
    const { slice, length } = inbox.getSnapshot()
    return slice(0, length)
  }
  return {
    items,
    fill(count) {
      inbox = heldInbox(count)
    },
    add(count) {
      inbox.receive(count)
      return items().slice(0, count).reverse()
    },
    say(event) {
      const data = JSON.stringify(event)
      for (const socket of sockets) socket.dispatchEvent(new MessageEvent('message', { data }))
    },
  }
}

/** Resolves when `isThere` says so, asked once a frame; what it waits for is work of the page. */
export async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise((resume) => requestAnimationFrame(resume))
}

/** Every element below `root`, those in shadow roots counted. */
export function countOf(root: ParentNode): number {
  let count = 0
  for (const element of root.querySelectorAll('*')) count += 1 + (element.shadowRoot ? countOf(element.shadowRoot) : 0)
  return count
}
