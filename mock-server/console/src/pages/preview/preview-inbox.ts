import { webHost } from '@minibell/adapters/web'
import { createInbox, type Inbox, type ListedRow, polling, restList } from '@minibell/client'
import type { SenderRecord } from '@minibell/mock'

/** A message as the platform says it would be shown. */
export type ShownMessage = ListedRow['message']

/** An inbox that holds one message which nobody was sent. */
export interface PreviewInbox {
  readonly inbox: Inbox
  /** Arrives as a new message does; what was there before is gone. */
  show(message: ShownMessage, sender: SenderRecord): void
  stop(): void
}

const everyMs = 150

/** The real client over a list of one row: nothing of it leaves the page, and no jump is followed. */
export function previewInbox(sender: SenderRecord, now: () => number): PreviewInbox {
  let rows: readonly ListedRow[] = []
  let count = 0
  const host = webHost()
  const clock = { now }
  const http = restList(
    {
      clock,
      http: () => ({
        response: Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(rows) }),
        abort: () => undefined,
      }),
    },
    { url: 'preview', map: (row: ListedRow) => row, isWhole: true, senders: [asShown(sender)] },
  )
  const inbox = createInbox({
    host: { ...host, http, clock },
    session: { url: '', person: 'preview', getToken: () => 'preview' },
    transports: [polling({ everyMs })],
  })
  const stop = inbox.start()
  return {
    inbox,
    stop,
    show(message, from) {
      count += 1
      rows = [{ id: `preview-${count}`, sender: from.id, message, sentAt: now() }]
    },
  }
}

function asShown({ id, name, icon }: SenderRecord) {
  return { id, name, status: 'available' as const, muted: false, ...(icon === undefined ? {} : { icon }) }
}
