// @vitest-environment jsdom
import { act, createElement, StrictMode } from 'react'
// @ts-expect-error: react-dom brings no declarations of its own.
import { createRoot } from 'react-dom/client'
// @ts-expect-error: react-dom brings no declarations of its own.
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Inbox } from '../inbox.ts'
import { liveRig, rig } from '../testing/rig.ts'
import { sampleAdded, sampleItem } from '../testing/samples.ts'
import { useInbox, useInboxEvent, useInboxValue, useStarted } from './index.ts'

let root: { render(node: unknown): void; unmount(): void }
let place: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  place = document.createElement('div')
  root = createRoot(place)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

function Badge({ inbox }: { inbox: Inbox }) {
  const now = useInbox(inbox)
  const rows = now.slice(0, now.length).map(({ id }) => createElement('li', { key: id }, id))
  return createElement('ul', { title: String(now.unseen) }, rows)
}

test('the snapshot is rendered, and again when it is another one', async () => {
  const { inbox, platform, time } = await liveRig()
  await act(async () => root.render(createElement(Badge, { inbox })))
  expect(place.innerHTML).toBe('<ul title="0"></ul>')
  await act(async () => {
    platform.append(sampleAdded('a'), sampleAdded('b'))
    await time.advance(0)
  })
  expect(place.innerHTML).toBe('<ul title="2"><li>b</li><li>a</li></ul>')
  await act(async () => inbox.markAll('seen'))
  expect(place.innerHTML).toBe('<ul title="0"><li>b</li><li>a</li></ul>')
})

test('one value renders again only when it changed', async () => {
  const { inbox, platform, time } = await liveRig()
  let renders = 0
  const Unread = () => {
    renders += 1
    return createElement(
      'b',
      {},
      useInboxValue(inbox, (now) => now.unread),
    )
  }
  await act(async () => root.render(createElement(Unread)))
  await act(async () => {
    platform.append(sampleAdded('a'))
    await time.advance(0)
  })
  const before = renders
  await act(async () => inbox.markSeen(['a']))
  expect([place.textContent, renders]).toEqual(['1', before])
  await act(async () => inbox.markRead(['a']))
  expect([place.textContent, renders]).toEqual(['0', before + 1])
})

test('events reach the listener of the latest render until it is unmounted', async () => {
  const { inbox, platform, time } = await liveRig()
  const heard: string[] = []
  const Listening = ({ name }: { name: string }) => {
    useInboxEvent(inbox, 'received', (items) => heard.push(...items.map(({ id }) => name + id)))
    return null
  }
  const arrive = async (id: string) => {
    platform.append(sampleAdded(id))
    await time.advance(0)
  }
  await act(async () => root.render(createElement(Listening, { name: '1' })))
  await act(() => arrive('a'))
  await act(async () => root.render(createElement(Listening, { name: '2' })))
  await act(() => arrive('b'))
  await act(async () => root.render(null))
  await act(() => arrive('c'))
  expect(heard).toEqual(['1a', '2b'])
})

test('strict mode, which mounts twice, neither doubles a row nor leaves a connection', async () => {
  const { inbox, platform, time } = rig()
  const App = () => {
    useStarted(inbox)
    return createElement(Badge, { inbox })
  }
  await act(async () => {
    root.render(createElement(StrictMode, {}, createElement(App)))
    await time.advance(0)
  })
  await act(async () => {
    platform.append(sampleAdded('a'))
    await time.advance(0)
  })
  expect([place.textContent, platform.connections.filter((one) => one.isOpen()).length]).toEqual(['a', 1])
  await act(async () => root.unmount())
  await time.advance(0)
  expect([platform.connections.some((one) => one.isOpen()), time.waiting()]).toEqual([false, 0])
  root = createRoot(place)
})

test('text stays text, and a server renders what the inbox has', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append({ type: 'added', item: sampleItem('<img src=x>') })
  await time.advance(0)
  expect(renderToString(createElement(Badge, { inbox }))).toBe('<ul title="1"><li>&lt;img src=x&gt;</li></ul>')
})

test('another inbox, of the next person, is followed in place of the first', async () => {
  const first = await liveRig()
  const second = await liveRig()
  await act(async () => root.render(createElement(Badge, { inbox: first.inbox })))
  await act(async () => root.render(createElement(Badge, { inbox: second.inbox })))
  await act(async () => {
    first.platform.append(sampleAdded('first'))
    second.platform.append(sampleAdded('second'))
    await first.time.advance(0)
    await second.time.advance(0)
  })
  expect(place.textContent).toBe('second')
})
