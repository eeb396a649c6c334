import type { Navigator, Page } from '@minibell/ports'
import type { InboxItem, PageJump } from '@minibell/protocol'
import { MinibellError } from '../error.ts'
import type { OpenOutcome } from '../inbox.ts'
import type { Core, Part } from '../part.ts'

/** A jump URL, parsed and decided: where it leads and how. */
export interface Route extends Page {
  /** `stay`: that very page is open already. `launch`: another mini-program is launched. */
  readonly mode: 'push' | 'replace' | 'tab' | 'relaunch' | 'stay' | 'launch'
}

/** Opens items by their ids, made by `router`: resolves after the navigation is over, however it ended. Never rejects. */
export type Router = Part<'router'>

/** Which mini-program this is, and how it shows pages. `Path`: the manifest's own pages, where they are given `as const`. */
export interface RouterOptions<Path extends string = string> {
  readonly navigator: Navigator
  /** The mini-program that this runs in. Absent in a Center of its own: then every jump is a launch. */
  readonly sender?: string
  /** Its pages as the manifest writes them. */
  readonly pages?: readonly Path[]
  /** Those of its pages that are tabs. */
  readonly tabs?: readonly NoInfer<Path>[]
  /** Pages that the host allows on its stack; default 10. */
  readonly maxDepth?: number
  /** Shown in place of an unknown page. Default: none, the outcome is `not-found` (JR-7). */
  readonly home?: NoInfer<Path>
  /** The host's number for "from a message"; default 100000. */
  readonly scene?: number
  /**
   * Asked before each jump and waited for: log in first, then resolve (JR-10). `false`: no jump, the outcome is `cancelled`; a
   * rejection is `failed`. The route is decided anew afterwards.
   */
  readonly beforeJump?: (route: Route, item: InboxItem) => unknown
  /** Gets the `http` or `https` address of a message that leads to the web, and is waited for. Absent: nothing follows it. */
  readonly onWebLink?: (url: string, item: InboxItem) => unknown
}

/** JR-12: what a browser may be given of an address that a sender chose. */
const webAddress = /^https?:\/\/[^\s\\]+$/i

/** JR-1 to JR-5, JR-7, JR-8, JR-10 and JR-11 over a navigator. */
export function router<const Path extends string = string>(options: RouterOptions<Path>): Router {
  const { navigator, scene = 100_000, beforeJump, onWebLink } = options
  const underWay = new Set<string>()

  const follow = async ({ path, query, mode }: Route, item: InboxItem, { sender }: PageJump): Promise<void> => {
    const page = { path, query }
    if (mode === 'stay') return
    if (mode !== 'launch') return navigator[mode](page)
    if (!navigator.launch) throw new MinibellError('no-launch', `This host cannot launch ${sender}.`, true)
    await navigator.launch({ sender, page, scene, referrer: { from: 'message', itemId: item.id } })
  }

  const jumpTo = async (item: InboxItem, jump: PageJump, find: Core['store']['find']): Promise<OpenOutcome> => {
    const route = routeOf(options, jump)
    if (!route) return { outcome: 'not-found', item, jump }
    if (underWay.has(item.id)) return { outcome: 'busy', item }
    underWay.add(item.id)
    try {
      if (beforeJump) {
        if ((await beforeJump(route, item)) === false) return { outcome: 'cancelled', item }
        // Much may have happened meanwhile.
        if (!find(item.id)) return { outcome: 'gone', itemId: item.id, reason: 'unknown' }
      }
      await follow((beforeJump && routeOf(options, jump)) || route, item, jump)
      return { outcome: 'opened', item, jump }
    } catch (error) {
      return { outcome: 'failed', item, error }
    } finally {
      underWay.delete(item.id)
    }
  }

  const showWeb = async (item: InboxItem, url: string): Promise<OpenOutcome> => {
    try {
      if (onWebLink && webAddress.test(url)) await onWebLink(url, item)
      return { outcome: 'shown', item }
    } catch (error) {
      return { outcome: 'failed', item, error }
    }
  }

  return (core) => {
    const { store, calls, on } = core
    const gone = new Map<string, 'withdrawn' | 'expired'>()
    on('removed', ({ itemIds, reason }) => {
      if (reason !== 'dismissed') for (const itemId of itemIds) gone.set(itemId, reason)
    })
    core.open = async (itemId) => {
      const item = store.find(itemId)
      if (!item) return { outcome: 'gone', itemId, reason: gone.get(itemId) || 'unknown' }
      const isRemoved = store.snapshot().sender(item.sender).status === 'removed'
      if (isRemoved) return { outcome: 'gone', itemId, reason: 'removed' }
      const jump = 'jump' in item.message && item.message.jump
      const outcome: OpenOutcome =
        jump && jump.kind === 'page' ? await jumpTo(item, jump, store.find) : await showWeb(item, jump ? jump.url : '')
      if (outcome.outcome === 'shown') core.mark('read', [itemId])
      if (outcome.outcome === 'opened') {
        core.mark('opened', [itemId])
        calls.ask('/uses', Object, { sender: outcome.jump.sender }).catch(() => {})
      }
      return outcome
    }
  }
}

/** How a page is shown now; `undefined` for one that the manifest does not have. */
export function routeOf(options: RouterOptions, { sender, path, query }: Omit<PageJump, 'kind'>): Route | undefined {
  const { navigator, pages = [], tabs = [], maxDepth = 10, home } = options
  if (sender !== options.sender) return { path, query, mode: 'launch' }
  if (tabs.includes(path)) return { path, query, mode: 'tab' }
  if (!pages.includes(path)) return home ? { path: home, query: {}, mode: 'relaunch' } : undefined
  const here = navigator.current()
  if (here && here.path === path && isSame(here.query, query)) return { path, query, mode: 'stay' }
  return { path, query, mode: navigator.depth() < maxDepth ? 'push' : 'replace' }
}

function isSame(one: Page['query'], other: Page['query']): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
