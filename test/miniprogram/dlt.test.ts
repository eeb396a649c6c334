import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fakeDlt } from '@minibell/adapters/testing'
import { virtualTime } from '@minibell/ports'
import { beforeAll, expect, test } from 'vitest'
import { freeNames } from '../packages/free-names.ts'
import { mockOf, type Phone, send, settled } from '../packages/logic-thread/phone.ts'
import { read, root } from '../tools/files.ts'
import { builtComponents } from '../tools/miniprogram/built.ts'
import { dltOf } from '../tools/miniprogram/dlt.ts'
import { dltFolder } from '../tools/miniprogram/output.ts'
import { shortName } from '../tools/miniprogram/short-names.ts'

// No tool and no engine of this host can be had: what is proven is that the words are those of its public example, and that the page's
// logic runs on a fake that behaves as docs/discoveries/dlt.md says.

beforeAll(builtComponents)

test.each([
  ['<view wx:if="{{a}}">{{b}}</view>', '<view s-if="a">{{b}}</view>'],
  ['<view wx:for="{{list}}" wx:for-item="one" wx:key="id">{{one}}</view>', '<view s-for="one in list">{{one}}</view>'],
  ['<view class="row {{look}}" bind:tap="act">', `<view :class="'row ' + (look)" bind:tap="act">`],
  ['<image src="{{a.icon}}"/>', '<image :src="a.icon"/>'],
  ['<block wx:else><text>a</text></block>', '<template s-else><text>a</text></template>'],
])('%s is %s', (wxml, dlt) => {
  expect(dltOf(wxml)).toBe(dlt)
})

test('the built page knows no word of another host, and its script no name that its thread lacks', () => {
  const page = read(`${dltFolder}/message-center/index.dlt`)
  expect(page).not.toMatch(/wx:|a:|<block|<include|="[^"]*\{\{/)
  expect(freeNames('index.js', read(`${dltFolder}/index.js`), ['dlt', 'Page'])).toEqual([])
})

interface PageDefinition {
  data: Record<string, unknown>
  setData(changes: object, done: () => void): void
  onLoad(): void
  onHide(): void
  onUnload(): void
  act(event: object): void
}

test('a message that arrives is a row of the page; read, it loses its dot; hidden, the page is left alone', async () => {
  const time = virtualTime()
  const mock = await mockOf(time)
  const pages = ['minibell/message-center/index', 'pages/bill/detail']
  const { globals } = fakeDlt({ ...mock, timers: time, app: { pages }, sockets: 'as WeChat' })
  const query = {
    selectAll: () => query,
    boundingClientRect: () => query,
    exec: (answer: (all: []) => void) => answer([]),
  }
  let page = {} as PageDefinition // until its file calls Page
  const Page = (definition: PageDefinition): void => {
    page = Object.assign({}, definition)
  }
  Object.assign(globalThis, globals, { Page, dlt: { ...globals.dlt, createSelectorQuery: () => query } })
  const require = createRequire(import.meta.url)
  const { createInbox, dltHost, provide, webSocket } = require(join(root, dltFolder, 'index.js'))
  const host = dltHost()
  const scope = { kind: 'sender', sender: 'kijani' }
  const getToken = (): string => 'demo-kijani-amina'
  const session = { url: 'https://platform.test', person: 'amina', scope, getToken }
  const inbox = createInbox({ host, session, transports: [webSocket()] })
  provide({ inbox, host })
  inbox.start()
  require(join(root, dltFolder, 'message-center/index.js'))
  const set: string[][] = []
  page.data = {}
  page.setData = (changes, done) => {
    set.push(Object.keys(changes))
    Object.assign(page.data, JSON.parse(JSON.stringify(changes)))
    done()
  }
  const drawn = async (): Promise<void> => {
    await settled(time)
    await time.advance(50)
    await settled(time)
  }
  page.onLoad()
  await drawn()
  await send({ time, mock, settle: () => settled(time) } as Phone, 'pages/bill/detail?id=7', 'Your bill is ready')
  await drawn()
  const list = () => page.data[shortName('list')] as Record<string, unknown>
  const cells = () => list()[shortName('cells')] as { id: string; title: string; unread: boolean }[]
  expect([list()['order'], cells().map(({ title, unread }) => [title, unread])]).toEqual([
    [0],
    [['Your bill is ready', true]],
  ])
  page.act({ currentTarget: { dataset: { act: 'read', id: cells()[0]?.id } }, detail: {} })
  await drawn()
  expect(cells()[0]?.unread).toBe(false)
  // Its example sets names, never paths.
  expect(set.flat().filter((name) => /[.[]/.test(name))).toEqual([])
  page.onHide()
  set.length = 0
  await send({ time, mock, settle: () => settled(time) } as Phone, 'pages/bill/detail?id=8', 'Another bill')
  await drawn()
  expect(set).toEqual([])
  page.onUnload()
})
