// @vitest-environment jsdom
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { createInbox, type Inbox, webSocket } from '@minibell/client'
import { virtualTime } from '@minibell/ports'
import { expect, test, vi } from 'vitest'
import { mockOf, type Phone, send, settled } from '../packages/logic-thread/phone.ts'
import { root } from '../tools/files.ts'
import { recipe } from './recipe.ts'

const require = createRequire(`${root}/test/recipes/`)

/** What a recipe exports; the framework is the very one that this test renders with. The bundler is a program: it does not run in jsdom. */
function exportsOf(name: string): Record<string, unknown> {
  const external = ['react', 'react/jsx-runtime', 'vue'].map((one) => `--external:${one}`)
  const how = ['--bundle', '--format=cjs', '--loader=tsx', '--jsx=automatic', '--conditions=minibell-source']
  const input = recipe(name)
  const text = execFileSync(`${root}/node_modules/.bin/esbuild`, [...how, ...external], { input, cwd: `${root}/test` })
  const module = { exports: {} }
  new Function('module', 'require', String(text))(module, require)
  return module.exports
}

async function onPhone() {
  const time = virtualTime()
  const mock = await mockOf(time)
  const host = { ...mock, clock: time, timers: time, random: () => 0.5, report: () => {} }
  const session = { url: 'https://platform.test', person: 'amina', getToken: () => 'demo-kijani-amina' }
  const inbox: Inbox = createInbox({ host, session, transports: [webSocket()] })
  const settle = () => settled(time)
  const phone = { time, mock, settle } as Phone // as much of it as sending needs
  return {
    inbox,
    settle,
    send: () => send(phone, 'pages/bill/detail?id=1', 'Your bill'),
    place: document.createElement('div'),
  }
}

const shows = (place: HTMLElement) => [place.querySelector('ul')?.getAttribute('aria-label'), place.textContent]

test('React: what arrives is listed and told', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const { Messages } = exportsOf('react')
  const { act, createElement } = require('react')
  const { inbox, settle, send, place } = await onPhone()
  const onNews = vi.fn()
  const root = require('react-dom/client').createRoot(place)
  await act(async () => root.render(createElement(Messages, { inbox, onNews })))
  await act(settle)
  await act(send)
  expect([shows(place), onNews.mock.calls]).toEqual([['1 new', 'Your bill'], [[1]]])
  await act(async () => place.querySelector('button')?.click())
  expect([shows(place), inbox.getSnapshot().unread]).toEqual([['0 new', 'Your bill'], 0])
  await act(async () => root.unmount())
  expect(inbox.getSnapshot().status.phase).toBe('offline')
})

test('Vue: what arrives is listed and told', async () => {
  const { Messages } = exportsOf('vue')
  const { createApp, h, nextTick } = require('vue')
  const { inbox, settle, send, place } = await onPhone()
  const onNews = vi.fn()
  const app = createApp(() => h(Messages, { inbox, onNews }))
  app.mount(place)
  await settle()
  await send()
  await nextTick()
  expect([shows(place), onNews.mock.calls]).toEqual([['1 new', 'Your bill'], [[1]]])
  place.querySelector('button')?.click()
  await nextTick()
  expect(shows(place)).toEqual(['0 new', 'Your bill'])
  app.unmount()
  expect(inbox.getSnapshot().status.phase).toBe('offline')
})
