import type { Undo } from '@minibell/ports'

/** Where a body goes that is written while it is read. After `end` nothing else is called. */
export interface Sink {
  send(text: string): void
  end(): void
  /** Bytes that were said and have not left; absent where the face cannot know. */
  bufferedAmount?(): number
}

/** Begins a body once a face can carry it; the undo says that the reader left. */
export type Streaming = (to: Sink) => Undo

/** The body of a `Response`. */
export function streamOf(begin: Streaming): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let left: Undo = () => undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        left = begin({
          send: (text) => controller.enqueue(encoder.encode(text)),
          end: () => controller.close(),
          bufferedAmount: () => -(controller.desiredSize ?? 0),
        })
      },
      cancel: () => left(),
    },
    { highWaterMark: 0, size: (chunk) => chunk.byteLength },
  )
}
