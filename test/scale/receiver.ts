import { once } from 'node:events'
import { createServer } from 'node:http'

/** A developer's server that is told of deliveries; it refuses some, so that they come again. */
export interface Receiver {
  readonly url: string
  /** What it took, as `TYPE ITEM`, with the ids of the webhooks that told of it. */
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>
  stop(): void
}

export async function receiver(isRefused: () => boolean): Promise<Receiver> {
  const taken = new Map<string, Set<string>>()
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    if (isRefused()) return void response.writeHead(503).end()
    const { id, type, itemId } = JSON.parse(text) as { readonly [name in 'id' | 'type' | 'itemId']?: string }
    const what = `${type} ${itemId}`
    taken.set(what, (taken.get(what) ?? new Set()).add(id ?? text))
    response.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A bound TCP server has an address of this kind.
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/`,
    taken,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
