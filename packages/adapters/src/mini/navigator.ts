import type { Launch, Navigator, Page, PageQuery, Undo } from '@minibell/ports'
import { formatJumpUrl } from '@minibell/protocol'
import type { MiniApi, OpenPage } from './api.ts'
import { ask } from './ask.ts'
import { createListeners } from './listeners.ts'

declare function getCurrentPages(): readonly OpenPage[]

/** Navigation of a mini-program, over the host's page stack. */
export interface MiniNavigator extends Navigator {
  /** Calls after each navigation of this navigator; a tab page that is shown already gets no `onShow` of its own. */
  on(listener: (page: Page) => void): Undo
  /** The query of the last switch to that tab page; each is given once (JR-2). Ask in the tab page's `onShow`. */
  takeQuery(path: string): PageQuery | undefined
}

/** What the mini-program brings of its own. */
export interface MiniNavigatorOptions {
  /** The host's app id of a sender. Absent: other mini-programs cannot be launched (JR-5). */
  readonly appIdOf?: (sender: string) => string
}

/** Full stacks are the router's matter (JR-3): a push onto one rejects with the host's words. */
export function miniNavigator(api: MiniApi, { appIdOf }: MiniNavigatorOptions = {}): MiniNavigator {
  const handed: Record<string, PageQuery> = {}
  const known = new WeakMap<OpenPage, PageQuery>()
  const { on, tell } = createListeners<Page>()

  const top = (): OpenPage | undefined => {
    const pages = getCurrentPages()
    return pages[pages.length - 1]
  }

  const go = async (way: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab', page: Page): Promise<void> => {
    await ask((ends) => api[way]({ url: `/${formatJumpUrl(page)}`, ...ends }))
    const shown = top()
    if (shown && pathOf(shown) === page.path) known.set(shown, page.query)
    tell(page)
  }

  const launch = async ({ sender, page, scene, referrer }: Launch): Promise<void> => {
    const appId = appIdOf && appIdOf(sender)
    if (!appId) throw new Error(`Failed to launch ${sender}: appIdOf gave no app id. Add it there.`)
    const path = formatJumpUrl(page)
    await ask((ends) => api.navigateToMiniProgram({ appId, path, extraData: { scene, referrer }, ...ends }))
  }

  return {
    current() {
      const page = top()
      const query = page && (page.options ? pageQuery(page.options) : known.get(page))
      // Where nobody knows the query nothing may be taken for that page.
      return page && query && { path: pathOf(page), query }
    },
    depth: () => getCurrentPages().length,
    push: (page) => go('navigateTo', page),
    replace: (page) => go('redirectTo', page),
    relaunch: (page) => go('reLaunch', page),
    async tab({ path, query }) {
      handed[path] = query
      try {
        await go('switchTab', { path, query: {} })
      } catch (error) {
        delete handed[path]
        throw error
      }
    },
    ...(appIdOf && { launch }),
    on,
    takeQuery(path) {
      const query = handed[path]
      delete handed[path]
      return query
    },
  }
}

/** The query of a page from what the host gave to its `onLoad`, which is not decoded; here it is, once (JR-6). */
export function pageQuery(options: Readonly<Record<string, string | undefined>>): PageQuery {
  const query: Record<string, string> = {}
  for (const key of Object.keys(options)) query[decode(key)] = decode(options[key] || '')
  return query
}

/** Whoever wrote a malformed `%` meant it. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const pathOf = ({ route }: OpenPage): string => route.replace(/^\//, '')
