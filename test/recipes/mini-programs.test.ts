import { type FakePage, fakeDlt, fakeMy, fakeWx } from '@minibell/adapters/testing'
import type { Inbox } from '@minibell/client'
import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { load, runHostFile, runPart, type ThreadName } from '../packages/logic-thread/logic-thread.ts'
import { mockOf, type Phone, send, settled } from '../packages/logic-thread/phone.ts'
import { recipe } from './recipe.ts'

interface Definition {
  onLoad?(options: object): void
  onShow?(): void
  onTapRow?(event: object): void
  readonly data?: object
}

interface App {
  readonly inbox: Inbox
  onLaunch(): void
  uniqueId?: string
}

type Data = Record<string, unknown>

/** A phone that runs the recipes as an app: `files` names the recipe of each page. */
async function launched(host: ThreadName, appFile: string, files: Readonly<Record<string, string>>) {
  const time = virtualTime()
  const mock = await mockOf(time)
  const shown: Record<string, FakePage & Definition & { data: Data }> = {}
  let app = {} as App // until the recipe calls App
  const getApp = () => app
  const onLoad = (page: FakePage, options: object) => {
    const name = files[page.route]
    if (!name) return
    const Page = (definition: Definition) => {
      const setData = (change: object) => Object.assign(one.data, change)
      const one = Object.assign(page, definition, { data: { ...definition.data } as Data, setData })
      shown[page.route] = one
      one.onLoad?.(options)
      one.onShow?.()
    }
    load(recipe(name), name, { globals: { ...globals, Page, getApp }, time })
  }
  const pages = ['pages/start/index', 'pages/home/index', 'pages/bills/index', 'pages/bill/detail']
  const tabs = ['pages/home/index', 'pages/bills/index']
  const fake = { wx: fakeWx, my: fakeMy, dlt: fakeDlt }[host]
  const { globals, levers } = fake({ ...mock, timers: time, app: { pages, tabs, onLoad } })
  const require = (file: string) => (/cache/.test(file) ? runPart('cache', time) : runHostFile(host, globals, time))
  const App = (definition: App) => {
    app = definition
    app.onLaunch()
  }
  const settle = () => settled(time)
  // The one recipe of an app is WeChat's; on Alipay another name stands in it.
  const text = recipe(appFile).replaceAll('wxHost', `${host}Host`)
  load(text, appFile, { globals: { ...globals, App, require }, time })
  await settle()
  const phone = { time, mock, settle } as Phone // as much of it as sending needs
  return { app, shown, levers, settle, send: (jumpUrl: string, title: string) => send(phone, jumpUrl, title), globals }
}

const files = {
  'pages/home/index': 'wechat-list',
  'pages/bills/index': 'wechat-tab',
  'pages/bill/detail': 'wechat-detail',
}

test('WeChat: the list shows what arrives, a tap leads to the bill with its number', async () => {
  const { globals, shown, levers, settle, send } = await launched('wx', 'wechat-app', files)
  if ('wx' in globals) globals.wx.switchTab({ url: '/pages/home/index', success() {}, fail() {} })
  await settle()
  await send('pages/bill/detail?id=20%2F41', 'Your bill')
  const list = shown['pages/home/index']
  expect(list?.data).toMatchObject({ unseen: 1, rows: [{ title: 'Your bill', isRead: false }] })
  const rows = list?.data['rows'] as { id: string }[] // as the line above says
  list?.onTapRow?.({ currentTarget: { dataset: rows[0] } })
  await settle()
  expect([levers.pages.map(({ route }) => route), shown['pages/bill/detail']?.data, list?.data]).toMatchObject([
    ['pages/home/index', 'pages/bill/detail'],
    { bill: '20/41' },
    { unseen: 0, rows: [{ isRead: true }] },
  ])
})

test('JR-2: WeChat: a tab page takes the query that its host loses', async () => {
  const { app, shown, settle, send } = await launched('wx', 'wechat-app', files)
  await send('pages/bills/index?from=message', 'Your bills')
  await app.inbox.open(app.inbox.getSnapshot().at(0)?.id ?? '')
  await settle()
  expect(shown['pages/bills/index']?.data).toEqual({ from: 'message' })
})

test('JR-4: Alipay: a page that keeps its query is not opened twice, whoever opened it', async () => {
  const { app, globals, shown, levers, settle, send } = await launched('my', 'wechat-app', {
    'pages/bill/detail': 'alipay-detail',
  })
  if ('my' in globals) globals.my.navigateTo({ url: '/pages/bill/detail?id=2041', success() {}, fail() {} })
  await settle()
  await send('pages/bill/detail?id=2041', 'Your bill')
  expect(await app.inbox.open(app.inbox.getSnapshot().at(0)?.id ?? '')).toMatchObject({ outcome: 'opened' })
  expect([levers.pages.length, shown['pages/bill/detail']?.data]).toEqual([2, { bill: '2041' }])
})

test('Transsion: the app learns the id that its server sends to', async () => {
  const { app } = await launched('dlt', 'dlt-id', {})
  expect(app.uniqueId).toBe('u_amina')
})
