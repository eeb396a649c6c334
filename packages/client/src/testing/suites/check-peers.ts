import type { Peers } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** Tabs that may hear each other. */
export interface PeersCase {
  /** Another tab, under the same name. */
  tab(): Peers
  /** Resolves when whatever the host puts off is done. */
  settle(): Promise<void>
}

/** What every `Peers` must do where tabs can hear each other and take turns. `make` gives fresh ones for each test. */
export function checkPeers(test: Test, expect: Expect, make: () => PeersCase): void {
  test('peers: a word reaches the others, in order, and not oneself', async () => {
    const { tab, settle } = make()
    const [one, two, three] = [tab(), tab(), tab()]
    const heard: string[] = []
    const undos = [one, two, three].map((peer, at) => peer.on((text) => heard.push(`${at} ${text}`)))
    one.post('a')
    one.post('{"b":"é中"}')
    await settle()
    expect(heard.sort()).toEqual(['1 a', '1 {"b":"é中"}', '2 a', '2 {"b":"é中"}'])
    for (const undo of undos) undo()
    two.post('nobody')
    await settle()
    expect(heard.length).toEqual(4)
  })

  test('peers: a listener that was taken back hears nothing, the other still does', async () => {
    const { tab, settle } = make()
    const [one, two] = [tab(), tab()]
    const heard: string[] = []
    const first = two.on((text) => heard.push(`first ${text}`))
    const second = two.on((text) => heard.push(`second ${text}`))
    const mine = one.on(() => undefined)
    first()
    first()
    one.post('a')
    await settle()
    second()
    mine()
    expect(heard).toEqual(['second a'])
  })

  test('peers: one leads at a time, in turn, and who gave up waiting never does', async () => {
    const { tab, settle } = make()
    const said: string[] = []
    const lead = (name: string) =>
      tab().lead(() => {
        said.push(`${name} leads`)
        return () => said.push(`${name} resigns`)
      })
    const [one, two, three] = ['one', 'two', 'three'].map(lead) as [() => void, () => void, () => void] // of three, three
    await settle()
    expect(said).toEqual(['one leads'])
    two()
    one()
    one()
    await settle()
    expect(said).toEqual(['one leads', 'one resigns', 'three leads'])
    three()
    await settle()
    expect(said[3]).toEqual('three resigns')
  })
}
