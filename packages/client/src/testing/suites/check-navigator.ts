import type { Navigator, Page } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** A mini-program for the suite: its first page is open and alone on the stack. */
export interface NavigatorCase {
  readonly navigator: Navigator
  readonly page: string
  readonly tab: string
}

/** What every navigator port must do. `make` gives a fresh one for each test. */
export function checkNavigator(test: Test, expect: Expect, make: () => NavigatorCase | Promise<NavigatorCase>): void {
  const odd = { a: '1 + 1 = 2', b: '', 中: '?&#/%41', 'k=&': 'é' }

  test('navigator: JR-1 a pushed page is shown with its query, one deeper', async () => {
    const { navigator, page } = await make()
    const depth = navigator.depth()
    await navigator.push({ path: page, query: odd })
    expect([navigator.current(), navigator.depth() - depth]).toEqual([{ path: page, query: odd }, 1])
  })

  test('navigator: JR-3 a replaced page keeps the depth', async () => {
    const { navigator, page } = await make()
    await navigator.push({ path: page, query: { id: '1' } })
    const depth = navigator.depth()
    await navigator.replace({ path: page, query: { id: '2' } })
    expect([navigator.current(), navigator.depth()]).toEqual([{ path: page, query: { id: '2' } }, depth])
  })

  test('navigator: JR-2 a tab page is shown alone, without the query', async () => {
    const { navigator, page, tab } = await make()
    await navigator.push({ path: page, query: {} })
    await navigator.tab({ path: tab, query: { from: 'message' } })
    expect([navigator.current(), navigator.depth()]).toEqual([{ path: tab, query: {} }, 1])
  })

  test('navigator: a relaunched page is alone on the stack', async () => {
    const { navigator, page } = await make()
    await navigator.push({ path: page, query: {} })
    const next: Page = { path: page, query: { again: '' } }
    await navigator.relaunch(next)
    expect([navigator.current(), navigator.depth()]).toEqual([next, 1])
  })
}
