import { webHost, webReport } from '@minibell/adapters/web'
import { createInbox, type Inbox, outbox, pagedHistory, preferences, router, webSocket } from '@minibell/client'
import type { Scope, SenderRecord } from '@minibell/mock'
import type { InboxItem } from '@minibell/protocol'
import { type Cell, cell } from '../door/cell.ts'
import type { Control } from '../door/control.ts'
import { overBadLine } from './bad/bad-line.ts'
import type { HardshipCell } from './bad/hardship.ts'
import type { Phone } from './phone-state.ts'

/** The phone's inboxes: the host's over all senders, and that of the mini-program in front. */
export interface Inboxes {
  /** Of one person; the inbox before it is closed. */
  center(person: string): Inbox
  /** Of one person in one mini-program; the inbox before it is closed. */
  program(person: string, sender: SenderRecord): Inbox
  /** Whether there is an open inbox and every one hears of news as it comes. */
  isLive(): boolean
  /** The latest that came to the inbox over all senders. */
  readonly arrivals: Cell<Arrivals | undefined>
  /** Counts the changes of all open inboxes. */
  readonly changes: Cell<number>
  /** Changes when all inboxes were thrown away, as another world took the place of theirs. */
  readonly renewed: Cell<number>
  /** Throws them away; who shows one asks again. */
  renew(): void
}

export interface Arrivals {
  readonly inbox: Inbox
  readonly items: readonly InboxItem[]
}

/** Tells the platform of each launch, too: it is a use (MA-4). Of a followed jump the inbox tells by itself. */
export function phoneInboxes(control: Control, phone: Phone, hardship: HardshipCell): Inboxes {
  const host = overBadLine(webHost(), () => hardship.get().slow)
  const renewed = cell(0)
  const changes = cell(0)
  const arrivals = cell<Arrivals | undefined>(undefined)
  const open = new Map<
    'center' | 'program',
    { readonly key: string; readonly inbox: Inbox; readonly stop: () => void }
  >()

  const renew = (): void => {
    for (const { stop } of open.values()) stop()
    open.clear()
    renewed.set(renewed.get() + 1)
  }
  const slot = (name: 'center' | 'program', key: string, make: () => Inbox): Inbox => {
    const now = open.get(name)
    if (now?.key === key) return now.inbox
    now?.stop()
    const inbox = make()
    const stop = inbox.start()
    const unwatch = inbox.subscribe(() => {
      changes.set(changes.get() + 1)
      if (isOrphan(inbox)) host.timers.after(orphanMs, () => open.get(name)?.inbox === inbox && renew())
    })
    if (name === 'center') inbox.on('received', (items) => arrivals.set({ inbox, items }))
    open.set(name, {
      key,
      inbox,
      stop() {
        unwatch()
        stop()
      },
    })
    return inbox
  }
  const make = (person: string, scope: Scope, sender?: SenderRecord): Inbox =>
    createInbox({
      host,
      session: { url: control.origin, person, scope, getToken: () => control.session(person, scope) },
      transports: [webSocket()],
      history: pagedHistory(),
      outbox: outbox(host.storage),
      preferences: preferences(),
      router: sender ? programRouter(phone, sender) : router({ navigator: phone.navigator() }),
    })
  let wasSlow = hardship.get().slow
  hardship.watch(({ slow }) => {
    // What is connected over the other line connects anew.
    if (slow !== wasSlow) renew()
    wasSlow = slow
  })
  phone.launched.watch((use) => {
    if (use && !use.launch) void recordUse(control, use)
  })

  return {
    renewed,
    changes,
    arrivals,
    isLive: () => open.size > 0 && [...open.values()].every(({ inbox }) => inbox.getSnapshot().status.phase === 'live'),
    renew,
    center: (person) => slot('center', person, () => make(person, { kind: 'host' })),
    program: (person, sender) =>
      slot('program', `${person} ${sender.id}`, () => make(person, { kind: 'sender', sender: sender.id }, sender)),
  }
}

/** How long after its session was disowned an inbox is thrown away. */
const orphanMs = 300

/** Its session is of a world that somebody replaced. */
function isOrphan(inbox: Inbox): boolean {
  const { status } = inbox.getSnapshot()
  return status.phase === 'error' && status.code === 'unauthorized'
}

function programRouter(phone: Phone, sender: SenderRecord) {
  return router({
    sender: sender.id,
    pages: sender.pages.map(({ path }) => path),
    tabs: sender.pages.filter(({ tab }) => tab === true).map(({ path }) => path),
    navigator: phone.navigator(sender.id),
  })
}

/** As the super app would, with a session of that mini-program. Never rejects: a use that is lost only makes the rules stricter. */
async function recordUse(
  control: Control,
  { person, sender }: { readonly person: string; readonly sender: string },
): Promise<void> {
  try {
    const token = await control.session(person, { kind: 'sender', sender })
    await fetch(`${control.origin}/delivery/v1/uses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ sender }),
    })
  } catch (error) {
    webReport(error, 'use')
  }
}
