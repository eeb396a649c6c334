/** A page that is open, as `getCurrentPages` gives it. */
export interface FakePage {
  readonly route: string
  /** Not decoded. Alipay's pages have none, unless their own `onLoad` keeps them. */
  options?: Readonly<Record<string, string>>
}

/** The app's pages, and what its own code does when one is loaded. */
export interface FakeApp {
  /** As the manifest writes them; the first one is open at the start. */
  readonly pages: readonly string[]
  readonly tabs?: readonly string[]
  /** The page's own `onLoad`. */
  readonly onLoad?: (page: FakePage, options: Readonly<Record<string, string>>) => void
}

/** The host's page stack. What it refuses it throws, in the host's words. */
export interface PageStack {
  readonly pages: readonly FakePage[]
  go(call: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string): void
  /** The person went back; the root stays. */
  back(): void
}

const most = 10

/** `keeps`: whether pages carry their options, as WeChat's do. */
export function createPageStack(app: FakeApp, keeps: 'options' | 'nothing'): PageStack {
  const { pages, tabs = [], onLoad } = app
  let stack: FakePage[] = []

  const load = (route: string, options: Readonly<Record<string, string>> = {}): FakePage => {
    const page: FakePage = keeps === 'options' ? { route, options } : { route }
    if (onLoad) onLoad(page, options)
    return page
  }

  const refuse = (call: string, route: string): void => {
    const isTab = tabs.includes(route)
    if (!pages.includes(route)) throw new Error(`page "${route}" is not found`)
    if (isTab && /^(navigateTo|redirectTo)$/.test(call)) throw new Error(`can not ${call} a tabbar page`)
    if (!isTab && call === 'switchTab') throw new Error('can not switch to no-tabBar page')
    if (call === 'navigateTo' && stack.length >= most) throw new Error('webview count limit exceed')
  }

  stack = [load(pages[0] || '')]
  return {
    get pages() {
      return [...stack]
    },
    go(call, url) {
      const [path = '', query = ''] = url.split('?')
      // Without a slash the address belongs to the folder of the page that is shown.
      const shown = stack[stack.length - 1]
      const folder = shown ? shown.route.replace(/[^/]*$/, '') : ''
      const route = path.startsWith('/') ? path.slice(1) : folder + path
      refuse(call, route)
      const page = load(route, call === 'switchTab' ? {} : readQuery(query))
      if (call === 'navigateTo') stack = [...stack, page]
      else if (call === 'redirectTo') stack = [...stack.slice(0, -1), page]
      else stack = [page]
    },
    back() {
      if (stack.length > 1) stack = stack.slice(0, -1)
    },
  }
}

/** As hosts read it: nothing is decoded, a second `=` ends a value, a key without one has the text "undefined". */
function readQuery(query: string): Record<string, string> {
  const read: Record<string, string> = {}
  for (const pair of query.split('&').filter(Boolean)) {
    const [key = '', value] = pair.split('=')
    read[key] = String(value)
  }
  return read
}
