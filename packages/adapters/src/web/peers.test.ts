import { afterEach, expect, test, vi } from 'vitest'
import { webPeers } from './peers.ts'

afterEach(() => void vi.unstubAllGlobals())

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

test('with locks one leads at a time, in turn; who gave up waiting never leads', async () => {
  vi.stubGlobal('navigator', { locks: turns() })
  const said: string[] = []
  const lead = (name: string) =>
    webPeers('a').lead(() => {
      said.push(`${name} leads`)
      return () => said.push(`${name} resigns`)
    })
  const [one, two, three] = [lead('one'), lead('two'), lead('three')]
  await vi.waitFor(() => expect(said).toEqual(['one leads']))
  two()
  one()
  await vi.waitFor(() => expect(said).toEqual(['one leads', 'one resigns', 'three leads']))
  three()
  expect(said).toContain('three resigns')
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

test('words reach the others and not oneself; without a channel nobody hears', async () => {
  const [one, two] = [webPeers('b'), webPeers('b')]
  const heard: string[] = []
  const undos = [one.on((text) => heard.push(`one ${text}`)), two.on((text) => heard.push(`two ${text}`))]
  one.post('hello')
  await vi.waitFor(() => expect(heard).toEqual(['two hello']))
  for (const undo of undos) undo()
  one.post('nobody')
  vi.stubGlobal('BroadcastChannel', undefined)
  const alone = webPeers('b')
  const undo = alone.on(() => heard.push('never'))
  alone.post('hello')
  undo()
  expect(heard).toEqual(['two hello'])
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
