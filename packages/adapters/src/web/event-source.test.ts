import { checkEventSource } from '@minibell/client/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { webEvents } from './event-source.ts'

afterEach(() => void vi.unstubAllGlobals())

checkEventSource(test, expect, () => {
  let answer: (response: Response) => void = () => undefined
  let refuse: (error: Error) => void = () => undefined
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let url = ''
  let headers: Record<string, string> = {}
  let isLeft = false
  vi.stubGlobal(
    'fetch',
    (to: string, init: { headers: Record<string, string>; signal: AbortSignal; cache: string }) => {
      expect(init.cache).toBe('no-store')
      url = to
      headers = init.headers
      init.signal.addEventListener('abort', () => {
        isLeft = true
        controller?.error(new DOMException('aborted', 'AbortError'))
        controller = undefined
      })
      return new Promise<Response>((resolve, reject) => {
        answer = resolve
        refuse = reject
      })
    },
  )
  const far = () => ({
    url,
    headers,
    open() {
      const start = (one: ReadableStreamDefaultController<Uint8Array>): void => {
        controller = one
      }
      answer(new Response(new ReadableStream({ start })))
    },
    say: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    refuse: (status: number, body: string) => answer(new Response(body, { status })),
    fail: () => refuse(new TypeError('offline')),
    wasLeft: () => isLeft,
  })
  return { eventSource: webEvents, far, settle: () => new Promise((resolve) => setTimeout(resolve, 5)) }
})
