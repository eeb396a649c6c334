import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import type {} from '../contestant.ts'
import { type HeldInbox, heldInbox } from '../held-inbox.ts'

// The least that a list over TanStack's windowing has: the same rows without menus, dates that age or a reader who stays in place.

let inbox: HeldInbox
let virtualizer: Virtualizer<HTMLElement, HTMLElement>
const scroller = document.createElement('div')
const inner = document.createElement('div')
const kept = new Map<string | number | bigint, HTMLElement>()

function rowOf(index: number): HTMLElement {
  const snapshot = inbox.getSnapshot()
  const item = snapshot.at(index)
  const row = document.createElement('article')
  if (item?.message.kind !== 'service') return row
  row.dataset['id'] = item.id
  row.style.cssText = 'position:absolute;left:0;width:100%;display:flex;padding:12px'
  const [avatar, texts] = [document.createElement('span'), document.createElement('div')]
  avatar.textContent = 'K'
  for (const text of [snapshot.sender(item.sender).name, item.message.title, item.message.content]) {
    const line = document.createElement('div')
    line.textContent = text
    texts.append(line)
  }
  row.append(avatar, texts)
  return row
}

function draw(): void {
  const now = new Set<string | number | bigint>()
  inner.style.height = `${virtualizer.getTotalSize()}px`
  for (const { key, index, start } of virtualizer.getVirtualItems()) {
    now.add(key)
    const row = kept.get(key) ?? rowOf(index)
    row.dataset['index'] = String(index)
    row.style.transform = `translateY(${start}px)`
    if (!kept.has(key)) inner.append(row)
    kept.set(key, row)
    virtualizer.measureElement(row)
  }
  for (const [key, row] of kept)
    if (!now.has(key)) {
      row.remove()
      kept.delete(key)
    }
}

const options = () => ({
  count: inbox.getSnapshot().length,
  getScrollElement: () => scroller,
  getItemKey: (index: number) => inbox.getSnapshot().at(index)?.id ?? index,
  estimateSize: () => 106,
  overscan: 3,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: draw,
})

const drawn = async (): Promise<void> => {
  virtualizer.setOptions(options())
  draw()
  document.body.getBoundingClientRect()
}

globalThis.contestant = {
  prepare(count) {
    inbox = heldInbox(count)
  },
  async show() {
    scroller.style.cssText = 'height:720px;overflow:auto'
    inner.style.position = 'relative'
    scroller.append(inner)
    document.body.append(scroller)
    virtualizer = new Virtualizer(options())
    virtualizer._didMount()
    virtualizer._willUpdate()
    await drawn()
  },
  async receive(count) {
    inbox.receive(count)
    await drawn()
  },
  async markAll() {
    inbox.markAll('read')
    await drawn()
  },
  nodes: () => inner.querySelectorAll('*').length,
  reading() {
    const rows = [...inner.children].filter((one) => one.getBoundingClientRect().bottom > innerHeight / 2)
    const row = rows.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)[0]
    return { name: (row as HTMLElement)?.dataset['id'] ?? '', top: row?.getBoundingClientRect().top ?? 0 }
  },
  topOf: (name) => inner.querySelector(`[data-id="${name}"]`)?.getBoundingClientRect().top,
  scrollBy: (px) => scroller.scrollBy(0, px),
}
