import type { JournalRow } from '@minibell/mock'
import type { InboxItem } from '@minibell/protocol'
import type { Platform } from '../../door/facts.ts'
import { thisWorld } from '../../door/this-world.ts'
import type { Arrivals, Inboxes } from '../inboxes.ts'
import type { Phone } from '../phone-state.ts'
import type { NoticeBar } from './notice.ts'

/**
 * Raises notices from now on: a push unless its mini-program is in front, where the bubble tells of it, and each text that the
 * person's phone gets.
 */
export function raiseNotices(
  bar: NoticeBar,
  { platform, phone, inboxes }: { readonly platform: Platform; readonly phone: Phone; readonly inboxes: Inboxes },
): void {
  inboxes.arrivals.watch((arrivals) => {
    const pushed = arrivals?.items.findLast(
      ({ placement, sender }) => placement === 'bubble' && sender !== phone.state.get().front,
    )
    if (arrivals && pushed) bar.show(pushOf(pushed, arrivals))
  })
  let last = newestText(platform.journal.get())?.id
  platform.journal.watch((rows) => {
    const text = newestText(rows)
    if (!text || text.id === last) return
    last = text.id
    if (text.person === phone.state.get().person) void showText(bar, platform, text.person)
  })
}

function pushOf(item: InboxItem, { inbox }: Arrivals): Parameters<NoticeBar['show']>[0] {
  const { name, icon } = inbox.getSnapshot().sender(item.sender)
  const { message } = item
  const text = 'lines' in message ? message.lines.map((line) => line.text).join(' ') : ''
  return { kind: 'push', from: name, icon, title: message.title ?? '', text, open: () => void inbox.open(item.id) }
}

async function showText(bar: NoticeBar, platform: Platform, person: string): Promise<void> {
  const [newest] = await platform.control.texts(person)
  if (!newest) return
  const sender = platform.facts.get().senders.find(({ id }) => id === newest.sender)
  bar.show({ kind: 'text', from: sender?.name ?? newest.sender, icon: sender?.icon, title: '', text: newest.text })
}

function newestText(rows: readonly JournalRow[]): JournalRow | undefined {
  return thisWorld(rows).findLast(({ kind }) => kind === 'text')
}
