import type { ServerResponse } from 'node:http'
import type { Streaming } from '../../api/streaming.ts'

/** Writes a body as it is said. Its end, or a reader who left, ends the connection too: nobody waits for another request on it. */
export function writeStream(outgoing: ServerResponse, begin: Streaming): void {
  outgoing.flushHeaders()
  const left = begin({
    send: (text) => void outgoing.write(text),
    end: () => void outgoing.end(),
    bufferedAmount: () => outgoing.writableLength,
  })
  outgoing.on('close', left).on('error', left)
}
