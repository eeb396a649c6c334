import type { IncomingMessage } from 'node:http'
import { type Came, tooLarge } from '../../api/dispatch/body.ts'

/**
 * Reads a body straight from the socket, at most `limit` bytes whatever `content-length` says. Rejects when the client went away
 * in the middle. What is over the limit is left unread; the listener drains or cuts it.
 */
export function readIncoming(incoming: IncomingMessage, limit: number): Promise<Came> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge(limit))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const settle = (run: () => void): void => {
      incoming.off('data', take).off('end', end).off('error', reject).off('close', gone)
      run()
    }
    const take = (chunk: Buffer): void => {
      length += chunk.byteLength
      if (length <= limit) return void chunks.push(chunk)
      incoming.pause()
      settle(() => resolve(tooLarge(limit)))
    }
    const end = () => settle(() => resolve({ ok: true, bytes: Buffer.concat(chunks) }))
    const gone = () => settle(() => reject(new Error('Failed to read the body: the client went away.')))
    incoming.on('data', take).on('end', end).on('error', reject).on('close', gone)
  })
}
