import type { Launch, Navigator, Page, PageQuery, Undo } from '@minibell/ports'
import { listen } from './listen.ts'

/** Mini-program pages inside one web page: `#/pages/bill/detail?id=1`, over the browser's own history. */
export interface WebNavigator extends Navigator {
  /** Calls after each navigation, the person's back and forward included. */
  on(listener: (page: Page | undefined) => void): Undo
  /** The query of the last switch to that tab page; each is given once (JR-2). */
  takeQuery(path: string): PageQuery | undefined
}

/** What the page brings of its own. */
export interface WebNavigatorOptions {
  /** Absent: other mini-programs cannot be launched (JR-5). */
  readonly launch?: (launch: Launch) => void | Promise<void>
}

/** Starts at the page that the address names; the depth of the stack is kept in `history.state`. */
export function webNavigator(options: WebNavigatorOptions = {}): WebNavigator {
  const { launch } = options
  const handed: Record<string, PageQuery> = {}

  const current = (): Page | undefined => {
    const [path, ...rest] = location.hash.slice(2).split('?')
    if (!path) return
    const query: Record<string, string> = {}
    // Both ways by the same rules, so that whatever was written is read.
    new URLSearchParams(rest.join('?')).forEach((value, key) => {
      query[key] = value
    })
    return { path, query }
  }
  const depth = (): number => Object(history.state).depth || 1
  const show = (way: 'pushState' | 'replaceState', at: number, { path, query }: Page): void => {
    const text = String(new URLSearchParams(query))
    history[way]({ ...history.state, depth: at }, '', `#/${path}${text && `?${text}`}`)
    dispatchEvent(new Event(shown))
  }

  return {
    current,
    depth,
    push: async (page) => show('pushState', depth() + 1, page),
    replace: async (page) => show('replaceState', depth(), page),
    relaunch: async (page) => show('replaceState', 1, page),
    async tab({ path, query }) {
      handed[path] = query
      show('replaceState', 1, { path, query: {} })
    },
    ...(launch && { launch: async (to: Launch) => launch(to) }),
    on: (listener) => listen(['popstate', shown], () => listener(current())),
    takeQuery(path) {
      const query = handed[path]
      delete handed[path]
      return query
    },
  }
}

/** The browser tells of back and forward alone. */
const shown = 'minibell-page'
