// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, createApp, createSSRApp, h, nextTick, shallowRef } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { Inbox } from '../inbox.ts'
import { liveRig, rig } from '../testing/rig.ts'
import { sampleAdded, sampleItem } from '../testing/samples.ts'
import { useInbox, useInboxEvent, useStarted } from './index.ts'

let place: HTMLElement
let app: App | undefined

beforeEach(() => {
  place = document.createElement('div')
})

afterEach(() => {
  if (app) app.unmount()
  app = undefined
})

function mount(setup: () => () => unknown): void {
  app = createApp({ setup })
  app.mount(place)
}

function Badge(inbox: Inbox | (() => Inbox)) {
  const now = useInbox(inbox)
  return () => {
    const rows = now.value.slice(0, now.value.length).map(({ id }) => h('li', { key: id }, id))
    return h('ul', { title: now.value.unseen }, rows)
  }
}

test('the snapshot is rendered, and again when it is another one', async () => {
  const { inbox, platform, time } = await liveRig()
  mount(() => Badge(inbox))
  expect(place.innerHTML).toBe('<ul title="0"></ul>')
  platform.append(sampleAdded('a'), sampleAdded('b'))
  await time.advance(0)
  await nextTick()
  expect(place.innerHTML).toBe('<ul title="2"><li>b</li><li>a</li></ul>')
  inbox.markAll('seen')
  await nextTick()
  expect(place.innerHTML).toBe('<ul title="0"><li>b</li><li>a</li></ul>')
})

test('items stay the very objects that the inbox holds', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  let same = false
  mount(() => {
    const now = useInbox(inbox)
    return () => {
      same = now.value.at(0) === inbox.find('a')
      return null
    }
  })
  expect(same).toBe(true)
})

test('events are heard until the component is unmounted, and the connection ends with it', async () => {
  const { inbox, platform, time } = rig()
  const heard: string[] = []
  mount(() => {
    useStarted(inbox)
    useInboxEvent(inbox, 'received', (items) => heard.push(...items.map(({ id }) => id)))
    return Badge(inbox)
  })
  await time.advance(0)
  platform.append(sampleAdded('a'))
  await time.advance(0)
  app?.unmount()
  app = undefined
  await time.advance(0)
  platform.append(sampleAdded('b'))
  await time.advance(0)
  expect([heard, platform.connections.some((one) => one.isOpen()), time.waiting()]).toEqual([['a'], false, 0])
})

test('another inbox, of the next person, is followed in place of the first', async () => {
  const first = await liveRig()
  const second = await liveRig()
  const chosen = shallowRef(first.inbox)
  const heard: string[] = []
  mount(() => {
    useInboxEvent(chosen, 'received', (items) => heard.push(...items.map(({ id }) => id)))
    return Badge(() => chosen.value)
  })
  chosen.value = second.inbox
  for (const [one, id] of [
    [first, 'first'],
    [second, 'second'],
  ] as const) {
    one.platform.append(sampleAdded(id))
    await one.time.advance(0)
  }
  await nextTick()
  expect([place.textContent, heard]).toEqual(['second', ['second']])
})

test('text stays text, and a server renders what the inbox has', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append({ type: 'added', item: sampleItem('<img src=x>') })
  await time.advance(0)
  const html = await renderToString(createSSRApp({ setup: () => Badge(inbox) }))
  expect(html).toBe('<ul title="1"><li>&lt;img src=x&gt;</li></ul>')
})
