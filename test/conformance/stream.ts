import { claim } from './claim.ts'
import type { BodyReader, Doors } from './doors.ts'
import { at, decoded, type Json } from './json.ts'
import { wait } from './socket.ts'

/** One event stream: frames are waited for, never slept for. */
export interface DeliveryStream {
  /** The next frame of that type that was not taken yet; frames of other types before it are left. */
  next(type: string): Promise<Json>
  /** The `id` of the newest event that has one. */
  lastId(): string | undefined
  close(): void
}

/** Rejects with a `Claim` when the answer is no event stream. */
export async function openStream(
  doors: Doors,
  query: string,
  headers: Readonly<Record<string, string>>,
): Promise<DeliveryStream> {
  const url = `${doors.baseUrl}/delivery/v1/stream${query}`
  const { status, headers: told, body } = await doors.fetch(url, { method: 'GET', headers })
  claim(status === 200, `status of the stream: expected 200, received ${status}`)
  const type = told.get('content-type') ?? 'none'
  claim(type.startsWith('text/event-stream'), `content-type of the stream: ${type}`)
  claim(!!body, 'the stream has a body')
  // The claim above holds.
  return listen((body as { getReader(): BodyReader }).getReader())
}

function listen(reader: BodyReader): DeliveryStream {
  const untaken: Json[] = []
  const waiting = new Set<() => void>()
  const decoder = new TextDecoder()
  let heard = ''
  let id: string | undefined
  let isOver = false

  const take = (event: string): void => {
    const data = /^data: ?(.*)$/m.exec(event)?.[1]
    id = /^id: ?(.*)$/m.exec(event)?.[1] ?? id
    if (data !== undefined) untaken.push(decoded(data))
  }
  const readAll = async (): Promise<void> => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      heard += decoder.decode(next.value, { stream: true })
      const events = heard.split('\n\n')
      heard = events.pop() ?? ''
      events.forEach(take)
      for (const check of [...waiting]) check()
    }
  }
  const end = (): void => {
    isOver = true
    for (const check of [...waiting]) check()
  }
  readAll().then(end, end)

  const look = (type: string): Json | undefined => {
    const found = untaken.findIndex((frame) => at(frame, 'type') === type)
    return found < 0 ? undefined : untaken.splice(found, 1)[0]
  }
  return {
    lastId: () => id,
    close: () => void reader.cancel().catch(() => undefined),
    next: (type) =>
      wait({
        waiting,
        look: () => look(type),
        isOver: () => isOver,
        lacking: () => `no "${type}" came: the stream ${isOver ? 'ended' : `said ${JSON.stringify(untaken)}`}`,
      }),
  }
}
