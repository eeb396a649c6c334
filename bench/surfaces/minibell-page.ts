import '@minibell/elements/define'
import type {} from './contestant.ts'
import { type HeldInbox, heldInbox } from './held-inbox.ts'

let inbox: HeldInbox
const center = (): HTMLElement | null => document.querySelector('minibell-message-center')
const rows = (): HTMLElement[] => [...(center()?.shadowRoot?.querySelectorAll<HTMLElement>('article') ?? [])]
/** Surfaces draw in a microtask. */
const drawn = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  document.body.getBoundingClientRect()
}

globalThis.contestant = {
  prepare(count) {
    inbox = heldInbox(count)
  },
  async show(look) {
    const element = document.createElement('minibell-message-center')
    if (look === 'grouped') element.setAttribute('group', 'sender')
    element.inbox = inbox
    document.body.append(element)
    await drawn()
    if (look !== 'filtered') return
    element.shadowRoot?.querySelector<HTMLElement>('[data-act=unread]')?.click()
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
  nodes: () => center()?.shadowRoot?.querySelectorAll('*').length ?? 0,
  reading() {
    const row = rows().find((one) => one.getBoundingClientRect().bottom > innerHeight / 2)
    return { name: row?.dataset['id'] ?? '', top: row?.getBoundingClientRect().top ?? 0 }
  },
  topOf: (name) =>
    rows()
      .find((one) => one.dataset['id'] === name)
      ?.getBoundingClientRect().top,
  scrollBy: (px) => window.scrollBy(0, px),
}
