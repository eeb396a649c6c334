import type { PageQuery } from '@minibell/ports'
import { MinibellError } from '../error.ts'
import { type Route, type RouterOptions, routeOf } from './router.ts'

/** What pages there are; `pages` as literals make `Path` the union of them. */
export type NavigationOptions<Path extends string = string> = Pick<
  RouterOptions<Path>,
  'navigator' | 'pages' | 'tabs' | 'maxDepth'
>

/** Resolves to the route that was taken; `stay` when that very page was open. Rejects when the host refuses. */
export type Navigate<Path extends string = string> = (path: Path, query?: PageQuery) => Promise<Route>

/**
 * The mini-program's own way to its pages, by the rules of a jump: a tab page is switched to, a full stack replaces (JR-1 to JR-4).
 * Only paths of the manifest compile; what got past the compiler rejects with `not-found`.
 */
export function navigation<const Path extends string = string>(options: NavigationOptions<Path>): Navigate<Path> {
  const { navigator } = options
  return async (path, query = {}) => {
    const route = routeOf({ ...options, sender: '' }, { sender: '', path, query })
    if (!route) throw new MinibellError('not-found', `${path} is no page of this mini-program. Is it in pages?`, true)
    const { mode } = route
    if (mode !== 'stay' && mode !== 'launch') await navigator[mode]({ path, query })
    return route
  }
}
