import type { Lifecycle } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** A port and the host's levers; it starts shown and online. */
export interface LifecycleCase {
  readonly lifecycle: Lifecycle
  hide(): void
  show(): void
  network(state: 'online' | 'offline'): void
}

/** What every `Lifecycle` must do. `make` gives a fresh one for each test. */
export function checkLifecycle(test: Test, expect: Expect, make: () => LifecycleCase | Promise<LifecycleCase>): void {
  test('lifecycle: hiding and showing are known by the time they are told', async () => {
    const { lifecycle, hide, show } = await make()
    const told: boolean[] = []
    lifecycle.on(() => told.push(lifecycle.visible()))
    const before = lifecycle.visible()
    hide()
    const between = lifecycle.visible()
    show()
    expect([before, between, lifecycle.visible()]).toEqual([true, false, true])
    expect(told).toEqual([false, true])
  })

  test('lifecycle: losing the network and finding it are known by the time they are told', async () => {
    const { lifecycle, network } = await make()
    const told: unknown[] = []
    lifecycle.on(() => told.push(lifecycle.online()))
    network('offline')
    network('online')
    expect(told).toEqual([false, true])
  })

  test('lifecycle: a listener that was taken back hears nothing, the same one added twice is two', async () => {
    const { lifecycle, hide, show } = await make()
    let times = 0
    const count = (): void => {
      times += 1
    }
    const undo = lifecycle.on(count)
    const other = lifecycle.on(count)
    hide()
    undo()
    undo()
    show()
    other()
    hide()
    expect(times).toEqual(3)
  })
}
