import type { SenderRecord } from '@minibell/mock'
import type { PersonWithUses, SendRequest } from '../../door/control.ts'
import { fill, h } from '../../look/element.ts'
import { drafts, serviceRequest } from './drafts.ts'
import { choice, field } from './field.ts'

/** One of the two forms: it turns what was filled in into the exact request. */
export interface SendForm {
  readonly element: HTMLElement
  draw(world: SendWorld): void
  /** `undefined` while there is nobody to send to or nothing to send. */
  request(): SendRequest | undefined
  /** Called after `request()` was sent. */
  sent?(): void
}

export interface SendWorld {
  readonly senders: readonly SenderRecord[]
  readonly person: PersonWithUses
}

/** A service message: title, content and jump URL (MA-8). */
export function serviceForm(changed: () => void): SendForm {
  let world: SendWorld | undefined
  const sender = choice({ name: 'sender', label: 'Mini-program' }, () => {
    drawDrafts()
    changed()
  })
  const title = field({ name: 'title', label: 'Title', most: 80 }, changed)
  const content = field({ name: 'content', label: 'Content', rows: 3, most: 500, advised: 80 }, changed)
  const jumpUrl = field({ name: 'jump-url', label: 'Jump URL' }, changed)
  const starts = h('div', { class: 'starts', role: 'group', 'aria-label': 'Texts to start from' })
  const senderOf = (): SenderRecord | undefined => world?.senders.find(({ id }) => id === sender.select.value)

  const take = (draft: { readonly title: string; readonly content: string; readonly jumpUrl: string }): void => {
    title.set(draft.title)
    content.set(draft.content)
    jumpUrl.set(draft.jumpUrl)
    changed()
  }
  const drawDrafts = (): void => {
    const offered = drafts[sender.select.value] ?? []
    fill(
      starts,
      offered.map((draft) => h('button', { type: 'button', onclick: () => take(draft) }, draft.name)),
    )
    if (offered[0]) take(offered[0])
  }

  return {
    element: h('div', { class: 'form' }, sender.element, starts, title.element, content.element, jumpUrl.element),
    draw(next) {
      const isFirst = world === undefined
      world = next
      const offered = next.senders.filter(({ platform }) => platform === 'miniapp')
      sender.offer(offered.map(({ id, name }) => ({ value: id, label: name })))
      if (isFirst) drawDrafts()
    },
    request() {
      const from = senderOf()
      if (!from || !world) return undefined
      const filled = { title: title.value(), content: content.value(), jumpUrl: jumpUrl.value() }
      return serviceRequest(filled, { sender: from, person: world.person })
    },
  }
}
