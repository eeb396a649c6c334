import { checkPeers } from '@minibell/client/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { webPeers } from './peers.ts'

afterEach(() => void vi.unstubAllGlobals())

let names = 0

checkPeers(test, expect, () => {
  vi.stubGlobal('navigator', { locks: turns() })
  names += 1
  const name = `suite ${names}`
  return { tab: () => webPeers(name), settle: () => new Promise((resolve) => setTimeout(resolve, 20)) }
})

test('without locks everybody leads at once, and gives it up', () => {
  vi.stubGlobal('navigator', {})
  const said: string[] = []
  const undo = webPeers('a').lead(() => {
    said.push('leads')
    return () => said.push('resigns')
  })
  undo()
  undo()
  expect(said).toEqual(['leads', 'resigns'])
})

test('a page of no origin leads at once: the browser refuses its locks', async () => {
  vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new Error('SecurityError')) } })
  const said: string[] = []
  webPeers('a').lead(() => {
    said.push('leads')
    return () => undefined
  })
  await vi.waitFor(() => expect(said).toEqual(['leads']))
})

test('without a channel nobody hears', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const [one, two] = [webPeers('b'), webPeers('b')]
  const heard: string[] = []
  const undo = one.on((text) => heard.push(text))
  two.post('hello')
  undo()
  expect(heard).toEqual([])
})

/** `navigator.locks` as far as it is used: one holder at a time, aborted waiters leave. */
function turns() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    request(_: string, { signal }: { readonly signal: AbortSignal }, hold: () => Promise<void>) {
      const turn = last.then(() => {
        if (signal.aborted) throw new DOMException('', 'AbortError')
        return hold()
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
