import '../define.ts'
import { type FakeInbox, type FakeInboxOptions, fakeInbox } from './fake-inbox.ts'
import { item, kijani, manyItems, soko } from './items.ts'

/** What a test says inside the page. */
export const stage = {
  item,
  manyItems,
  kijani,
  soko,
  fakeInbox,
  /** Puts one surface with an inbox of its own on the page; `inbox` and `heard` tell of it afterwards. */
  put(tag: keyof Surfaces, options: FakeInboxOptions = {}, attributes: Readonly<Record<string, string>> = {}): void {
    const element = document.createElement(tag)
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] ?? '')
    stage.inbox = fakeInbox({ senders: [kijani, soko], ...options })
    element.inbox = stage.inbox
    for (const name of ['open-inbox', 'outcome', 'close', 'back'])
      element.addEventListener(`minibell-${name}`, () => stage.heard.push(name))
    const main = document.querySelector('main') ?? document.body.appendChild(document.createElement('main'))
    main.append(element)
  },
  /** As the page was at first. */
  sweep(): void {
    document.body.textContent = ''
    document.body.removeAttribute('style')
    scrollTo(0, 0)
    stage.heard.length = 0
    stage.inbox = fakeInbox()
  },
  /** Of the last `put`. */
  inbox: fakeInbox(),
  /** Names of the events that surfaces fired, in order. */
  heard: [] as string[],
  find: <Tag extends keyof Surfaces>(tag: Tag): Surfaces[Tag] => {
    const element = findIn(document, tag)
    if (!element) throw new Error(`Failed to find ${tag}: there is none on the page. Put one first.`)
    return element
  },
}

/** Looks into open shadow roots too. */
function findIn<Tag extends keyof Surfaces>(root: ParentNode, tag: Tag): Surfaces[Tag] | undefined {
  const found = root.querySelector(tag)
  if (found) return found
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && findIn(shadowRoot, tag)
    if (inside) return inside
  }
  return undefined
}

type Surfaces = Pick<
  HTMLElementTagNameMap,
  'minibell-capsule-bubble' | 'minibell-message-center' | 'minibell-floating-window'
>

declare global {
  var play: typeof stage
}

globalThis.play = stage

export type { FakeInbox }
