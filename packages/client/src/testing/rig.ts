import { type VirtualTime, virtualTime } from '@minibell/ports'
import { createInbox, type InboxOptions } from '../create-inbox.ts'
import { pagedHistory } from '../history.ts'
import type { InboxHost } from '../host.ts'
import type { Inbox, InboxEventName } from '../inbox.ts'
import { outbox } from '../receipts/outbox.ts'
import { webSocket } from '../transports/web-socket.ts'
import { type FakePlatform, fakePlatform } from './fake-platform.ts'

type Host = ReturnType<typeof hostOf> & Pick<InboxHost, 'lifecycle'>
type Options = Partial<Omit<InboxOptions<Host>, 'host' | 'session'>> & {
  readonly platform?: FakePlatform
  readonly time?: VirtualTime
  readonly host?: Partial<Host>
  readonly session?: Partial<InboxOptions<Host>['session']>
}

/** An inbox on a fake platform in virtual time, with what it told. */
export interface Rig {
  readonly time: VirtualTime
  readonly platform: FakePlatform
  /** For another inbox of the same person on the same device. */
  readonly host: Host
  readonly session: InboxOptions<Host>['session']
  readonly inbox: Inbox
  /** Every event in order: its name and value. */
  readonly told: readonly (readonly [InboxEventName, unknown])[]
  /** What went to `report`. */
  readonly reported: readonly (readonly [unknown, string])[]
  /** Values of one event. */
  of(name: InboxEventName): readonly unknown[]
}

const names = ['received', 'removed', 'read', 'opened', 'resync', 'refused'] as const

/** Not started. Randomness is 0.5, so a first back-off takes 250 ms. */
export function rig(options: Options = {}): Rig {
  const time = options.time ?? virtualTime()
  const platform = options.platform ?? fakePlatform(time)
  const reported: (readonly [unknown, string])[] = []
  const host: Host = { ...hostOf(time, platform, (error, context) => reported.push([error, context])), ...options.host }
  const session = { url: 'https://platform.test', person: 'amina', getToken: () => 'token', ...options.session }
  const inbox = createInbox({
    transports: [webSocket()],
    outbox: outbox(),
    history: pagedHistory(),
    ...options,
    host,
    session,
  })
  const told: (readonly [InboxEventName, unknown])[] = []
  for (const name of names) inbox.on(name, (event) => told.push([name, event]))
  const of = (name: InboxEventName) => told.filter(([one]) => one === name).map(([, event]) => event)
  return { time, platform, host, session, inbox, told, reported, of }
}

/** The same, started and live. */
export async function liveRig(options: Options = {}): Promise<Rig> {
  const made = rig(options)
  made.inbox.start()
  await made.time.advance(0)
  return made
}

function hostOf(time: VirtualTime, platform: FakePlatform, report: (error: unknown, context: string) => void) {
  const { http, socket } = platform
  return { http, socket, clock: time, timers: time, random: () => 0.5, report }
}
