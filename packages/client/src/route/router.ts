import type { Navigator, Page } from '@minibell/ports'
import type { InboxItem, PageJump } from '@minibell/protocol'
import { MinibellError } from '../error.ts'

/** A jump URL, parsed and decided: where it leads and how. */
export interface Route extends Page {
  /** `stay`: that very page is open already. `launch`: another mini-program is launched. */
  readonly mode: 'push' | 'replace' | 'tab' | 'relaunch' | 'stay' | 'launch'
}

/** Follows a jump; resolves after the navigation succeeded, to `undefined` when there is no such page. Rejects when the host refuses. */
export type Router = (item: InboxItem, jump: PageJump) => Promise<Route | undefined>

/** Which mini-program this is, and how it shows pages. */
export interface RouterOptions {
  readonly navigator: Navigator
  /** The mini-program that this runs in. Absent in a Center of its own: then every jump is a launch. */
  readonly sender?: string
  /** Its pages as the manifest writes them. */
  readonly pages?: readonly string[]
  /** Those of its pages that are tabs. */
  readonly tabs?: readonly string[]
  /** Pages that the host allows on its stack; default 10. */
  readonly maxDepth?: number
  /** Shown in place of an unknown page. Default: none, the outcome is `not-found` (JR-7). */
  readonly home?: string
  /** The host's number for "from a message"; default 100000. */
  readonly scene?: number
}

/** JR-1 to JR-5 and JR-7 over a navigator. */
export function router(options: RouterOptions): Router {
  const { navigator, scene = 100_000 } = options
  return async (item, jump) => {
    const route = routeOf(options, jump)
    if (!route) return
    const { path, query, mode } = route
    const page = { path, query }
    if (mode === 'launch') {
      if (!navigator.launch) throw new MinibellError('no-launch', `This host cannot launch ${jump.sender}.`, true)
      await navigator.launch({ sender: jump.sender, page, scene, referrer: { from: 'message', itemId: item.id } })
    } else if (mode !== 'stay') await navigator[mode](page)
    return route
  }
}

function routeOf(options: RouterOptions, jump: PageJump): Route | undefined {
  const { navigator, sender, pages = [], tabs = [], maxDepth = 10, home } = options
  const { path, query } = jump
  if (jump.sender !== sender) return { path, query, mode: 'launch' }
  if (tabs.includes(path)) return { path, query, mode: 'tab' }
  if (!pages.includes(path)) return home === undefined ? home : { path: home, query: {}, mode: 'relaunch' }
  const here = navigator.current()
  if (here?.path === path && sameQuery(here.query, query)) return { path, query, mode: 'stay' }
  return { path, query, mode: navigator.depth() < maxDepth ? 'push' : 'replace' }
}

function sameQuery(one: Page['query'], other: Page['query']): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
