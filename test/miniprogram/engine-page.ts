import { type FakePage, fakeMy, fakeWx } from '@minibell/adapters/testing'
import { webTimers } from '@minibell/adapters/web'
import type { Inbox } from '@minibell/client'
import { component, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { type Air, airOf } from './air.ts'
import { alipayComponent, alipayPage } from './alipay-model.ts'
import type { Compiled } from './compiled.ts'
import { many } from './many.ts'
import { standIns } from './stand-ins.ts'

/** What crossed from the logic to the view. */
interface Crossing {
  readonly component: string
  readonly paths: readonly string[]
  readonly bytes: number
}

declare global {
  interface Window {
    compiled: Compiled & { readonly scopes: Readonly<Record<string, string>>; readonly host: 'wechat' | 'alipay' }
    phone: {
      readonly inbox: () => Inbox
      readonly levers: ReturnType<typeof fakeWx>['levers']
      readonly crossings: Crossing[]
      readonly errors: string[]
      readonly most: Air['most']
      back(): void
      go(url: string): void
      /** Every surface gets an inbox of so many messages. */
      fill(count: number): void
      /** The page in front prevents its window from leaving. */
      hold(): void
      offline(): void
      online(): void
    }
  }
}

type Define = (definition: object) => unknown
type Definition = Readonly<Record<string, unknown>>
type Global = Record<string, unknown>

const { scripts, configs, sheets, templates, scopes, host: kind } = window.compiled
const errors: string[] = []
const crossings: Crossing[] = []
glassEasel.addGlobalErrorListener((error) => {
  errors.push(String(error instanceof Error ? error.stack : error))
  return false
})

addEventListener('error', ({ error, message }) => void errors.push(String(error?.stack ?? message)))
addEventListener('unhandledrejection', ({ reason }) => void errors.push(String(reason?.stack ?? reason)))

countCrossings()
const env = new MiniProgramEnv()
const backend = new glassEasel.CurrentWindowBackendContext()
backend.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, { ...options, extraFields: fingersOf(detail) })
  glassEasel.Event.dispatchEvent(target, event)
  // `EventBubbleStatus`, whose names exist for compilers alone: 1 is no default, 0 the usual.
  return event.getEventBubbleStatus()
})
const associated = env.associateBackend(backend)
const space = env.createCodeSpace('', true)
// Compiled by the engine's own compiler.
const groups = new Function(`return ${templates}`)()
for (const [path, text] of Object.entries(sheets)) {
  space.addStyleSheet(path, path, scopes[path])
  associated.registerStyleSheetContent(path, text)
}
for (const [path, config] of Object.entries(configs)) if (path !== 'app') space.addComponentStaticConfig(path, config)
for (const path of Object.keys(groups)) space.addCompiledTemplate(path, { groupList: groups, content: groups[path] })
standIns(backend)

let app: Definition = {}
/** Hosts write fingers on the event itself, this backend into its detail. */
function fingersOf(detail: unknown): Record<string, unknown> {
  const { touches = [], changedTouches = [] } = Object(detail)
  return { touches: [...touches], changedTouches: [...changedTouches] }
}

interface OpenPage {
  readonly element: HTMLElement
  /** A method of the page's own. */
  call(name: string, argument?: object): void
  /** What the host tells all components in it. */
  live(name: 'show' | 'hide'): void
}

const pages = new Map<FakePage, OpenPage>()
const shown: FakePage[] = []
const air = airOf()
const manifest = configs['app'] as { pages: string[]; tabBar?: { list: { pagePath: string }[] } }
const host = (kind === 'wechat' ? fakeWx : fakeMy)({
  http: air.http,
  socket: air.socket,
  timers: webTimers,
  app: {
    pages: manifest.pages,
    tabs: manifest.tabBar?.list.map(({ pagePath }) => pagePath) ?? [],
    onLoad: (page, options) => void Promise.resolve().then(() => open(page, options)),
  },
})
// Where phones with a status bar of 24 px have it.
host.levers.capsule = { left: innerWidth - 94, top: 28, width: 87, height: 32 }
const { setTimeout: _later, clearTimeout: _stop, ...globals } = host.globals
Object.assign(window, globals, { getApp: () => app })

const api = 'wx' in host.globals ? host.globals.wx : host.globals.my

const modules = new Map<string, { exports: unknown }>()

/** As hosts resolve it: from the file's folder, or from the packages'. */
function load(path: string, from = ''): unknown {
  const place = path.startsWith('.') ? new URL(path, `file:///${from}`).pathname.slice(1) : `miniprogram_npm/${path}`
  const file = [place, `${place}.js`, `${place}/index.js`].find((one) => one in scripts)
  if (!file) throw new Error(`Failed to load ${path} from ${from}: there is no ${place}.`)
  const known = modules.get(file)
  if (known) return known.exports
  const module = { exports: {} }
  modules.set(file, module)
  new Function('require', 'module', 'exports', scripts[file] ?? '')(
    (one: string) => load(one, file),
    module,
    module.exports,
  )
  return module.exports
}

function define(path: string): void {
  space.componentEnv(path, ({ Component, Page }) => {
    const globals = window as unknown as Global
    const isWechat = kind === 'wechat'
    Object.assign(globals, {
      Component: isWechat ? Component : alipayComponent(Component as Define),
      Page: isWechat ? Page : alipayPage(Page as Define),
    })
    load(`./${path}.js`)
  })
}

function open(page: FakePage, options: object): void {
  const element = document.createElement('div')
  element.className = 'page-root'
  document.body.append(element)
  const placeholder = document.createElement('span')
  element.append(placeholder)
  const root = associated.createRoot('body', space, page.route)
  // The browser's own element is what this backend calls an element.
  root.attach(element as never, placeholder as never)
  const caller = root.get() as unknown as Record<string, unknown>
  const call = (name: string, argument?: object): void => {
    const method = caller[name]
    if (typeof method === 'function') method.call(caller, argument)
  }
  call('onLoad', options)
  call('onReady')
  const live = (name: string): void => root.getComponent().triggerPageLifetime(name, [])
  pages.set(page, { element, call, live })
  shown.push(page)
  sync()
}

/** What is in front is what the host says. */
function sync(): void {
  const now = host.levers.pages
  for (const [page, { element, live }] of pages) {
    if (!now.includes(page)) {
      element.remove()
      pages.delete(page)
      continue
    }
    const isBehind = page !== now[now.length - 1]
    if (element.hidden !== isBehind) live(isBehind ? 'hide' : 'show')
    element.hidden = isBehind
  }
}

/** What is set is copied, as threads do. */
function countCrossings(): void {
  const proto = component.ComponentCaller.prototype as unknown as {
    setData(this: { is: string }, changes: object, done?: () => void): void
  }
  const { setData } = proto
  proto.setData = function (changes, done) {
    const text = JSON.stringify(changes)
    crossings.push({
      component: this.is.split('/').slice(-2)[0] ?? '',
      paths: Object.keys(changes),
      bytes: new Blob([text]).size,
    })
    setData.call(this, JSON.parse(text), done)
  }
}

Object.assign(window, {
  App(definition: Definition & { onLaunch?: () => void }) {
    app = definition
    definition.onLaunch?.()
  },
})
window.phone = {
  inbox: () => app['inbox'] as Inbox,
  levers: host.levers,
  crossings,
  errors,
  most: air.most,
  offline() {
    host.levers.network('offline')
    air.cut()
  },
  go: (url) => api.navigateTo({ url: `/${url}`, success() {}, fail: (why) => void errors.push(String(why)) }),
  fill(count) {
    const place = kind === 'wechat' ? '@minibell/miniprogram' : '@minibell/miniprogram/alipay_dist'
    const { provide } = load(place) as { provide(given: object): void }
    provide({ ...app, inbox: many(app['inbox'] as Inbox, count) })
  },
  hold() {
    const stack = host.levers.pages
    const front = stack[stack.length - 1]
    if (front) pages.get(front)?.call('setData', { kept: true })
  },
  online() {
    air.clear()
    host.levers.network('online')
  },
  back() {
    host.levers.back()
    sync()
  },
}
load('./app.js')
for (const path of Object.keys(configs)) if (path !== 'app') define(path)
