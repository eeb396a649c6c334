import type { IncomingMessage } from 'node:http'
import { type Came, cutOff, tooLarge } from '../../api/dispatch/body.ts'

/**
 * Reads a body straight from the socket, at most `limit` bytes whatever `content-length` says. What is over the limit is left unread;
 * the listener drains or cuts it.
 */
export function readIncoming(incoming: IncomingMessage, limit: number): Promise<Came> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge(limit))
  if (incoming.destroyed) return Promise.resolve(cutOff)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const settle = (run: () => void): void => {
      incoming.off('data', take).off('end', end).off('error', gone).off('close', gone)
      run()
    }
    const take = (chunk: Buffer): void => {
      length += chunk.byteLength
      if (length <= limit) return void chunks.push(chunk)
      incoming.pause()
      settle(() => resolve(tooLarge(limit)))
    }
    const end = () => settle(() => resolve({ ok: true, bytes: Buffer.concat(chunks) }))
    const gone = () => settle(() => resolve(cutOff))
    incoming.on('data', take).on('end', end).on('error', gone).on('close', gone)
  })
}
