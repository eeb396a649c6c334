import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fakeWx } from '@minibell/adapters/testing'
import type { Inbox } from '@minibell/client'
import { virtualTime } from '@minibell/ports'
import { beforeAll, expect, test } from 'vitest'
import { mockOf, type Phone, send, settled } from '../packages/logic-thread/phone.ts'
import { root } from '../tools/files.ts'
import { builtComponents } from '../tools/miniprogram/built.ts'
import { outputs } from '../tools/miniprogram/output.ts'
import { css } from './selector.ts'

// WeChat's older engine, which base libraries without the open one still run: miniprogram-simulate with the vendor's `wcc`, in jsdom.

interface Rendered {
  readonly dom: HTMLElement
  readonly instance: { show(view: string): void }
  attach(parent: Node): void
  querySelector(selector: string): { readonly dom: HTMLElement; dispatchEvent(name: string): void } | undefined
}

interface Simulate {
  load(path: string, options: object): string
  render(id: string, properties?: object): Rendered
}

const folder = join(root, outputs.wechat.folder)
const time = virtualTime()
let simulate: Simulate
let inbox: Inbox
let phone: Phone

beforeAll(async () => {
  await builtComponents()
  const require = createRequire(import.meta.url)
  // It has no declarations.
  const { JSDOM } = require('jsdom') as {
    JSDOM: new (html: string, options: object) => { window: Record<string, unknown> }
  }
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
  const names = [
    'document',
    'Node',
    'Element',
    'HTMLElement',
    'Event',
    'CustomEvent',
    'navigator',
    'requestAnimationFrame',
  ]
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
  Object.assign(globalThis, { window })
  const mock = await mockOf(time)
  const pages = ['pages/home/index', 'pages/bill/detail']
  const { globals } = fakeWx({ ...mock, timers: time, app: { pages } })
  simulate = require('miniprogram-simulate')
  Object.assign(globalThis, globals)
  const { createInbox, provide, router, webSocket, wxHost } = require(join(folder, 'index.js'))
  const host = wxHost()
  inbox = createInbox({
    host,
    session: {
      url: 'https://platform.test',
      person: 'amina',
      scope: { kind: 'sender', sender: 'kijani' },
      getToken: () => 'demo-kijani-amina',
    },
    transports: [webSocket()],
    router: router({ sender: 'kijani', pages, navigator: host.navigator }),
  })
  provide({ inbox, host })
  inbox.start()
  phone = { time, mock, settle: () => settled(time) } as Phone // as much of it as sending needs
  await settled(time)
})

/** What is under way ends, and the drawing that is due after it. */
async function drawn(): Promise<void> {
  await settled(time)
  await time.advance(50)
  await settled(time)
}

function rendered(name: string): Rendered {
  const id = simulate.load(join(folder, `${name}/index`), { rootPath: folder })
  const component = simulate.render(id)
  component.attach(document.body)
  return component
}

test('message center: a message that arrives is a row, and a tap opens it', async () => {
  const center = rendered('message-center')
  await send(phone, 'pages/bill/detail?id=7', 'Your bill is ready')
  await drawn()
  expect(center.dom.textContent).toContain('Your bill is ready')
  center.querySelector(css('.open'))?.dispatchEvent('tap')
  await drawn()
  expect(inbox.getSnapshot().unread).toBe(0)
  expect(center.querySelector(css('.dot'))).toBe(undefined)
})

test('capsule bubble: an arrival raises it, its close dismisses it', async () => {
  const bubble = rendered('capsule-bubble')
  await drawn()
  await send(phone, 'pages/bill/detail?id=8', 'Another bill')
  await drawn()
  expect(bubble.dom.textContent).toContain('Another bill')
  bubble.querySelector(css('.shut'))?.dispatchEvent('tap')
  await drawn()
  expect(bubble.dom.textContent).not.toContain('Another bill')
})

test('floating window: Messages shows the inbox', async () => {
  const window = rendered('floating-window')
  window.instance.show('actions')
  await drawn()
  expect(window.dom.textContent).toContain('Messages')
  window.querySelector(css('.messages'))?.dispatchEvent('tap')
  await drawn()
  expect(window.dom.textContent).toContain('Another bill')
})
