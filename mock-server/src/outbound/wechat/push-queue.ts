import type { Http, HttpResponse, Random, Report, Timers, Undo } from '@minibell/ports'
import type { OfficialAccount } from '../../platform/index.ts'
import type { PushEvent } from '../../platform/official-account/push.ts'
import type { Platform } from '../../platform/platform.ts'
import type { SenderRecord } from '../../platform/world.ts'
import { openReply } from './open-reply.ts'
import type { PassiveReply } from './passive-reply.ts'
import { pushFields } from './push-fields.ts'
import { answerWithinMs, pushRequest } from './push-request.ts'
import { takeReply } from './take-reply.ts'

export interface PushParts {
  readonly http: Http
  /** Wake the queue while nobody moves the platform's clock. */
  readonly timers: Timers
  /** Of nonces and of the 16 bytes in front of a ciphertext. */
  readonly random: Random
  /** Gets what is a bug of the mock. */
  readonly report: Report
}

interface Waiting {
  readonly event: PushEvent
  readonly tried: number
  /** By the platform's clock. */
  readonly dueAt: number
}

const defaultAttempts = 3

/** Users to whom a push is under way at a time; the others wait. */
const mostAtOnce = 16

/**
 * CS-1: what users do, and what became of template messages, as signed POSTs to the developer's URL. One after the other to one user,
 * side by side to others. No answer within 5 s, or another status than 200: again after 5 s of the platform's clock with the same
 * body, three times in all. In memory: another world or another process forgets what waits.
 */
export function pushQueue(platform: Platform, parts: PushParts): Undo {
  let lanes = new Map<string, Waiting[]>()
  const busy = new Set<Waiting[]>()
  let isAwake = false
  let cancel: Undo | undefined

  const run = (): void => {
    isAwake = false
    const now = platform.clock.now()
    for (const [user, lane] of lanes) {
      if (busy.size >= mostAtOnce) return
      const [first] = lane
      if (!first) lanes.delete(user)
      else if (first.dueAt <= now && !busy.has(lane)) void deliver(lane, first)
    }
    wakeLater()
  }
  /** A lane of a world that was replaced is in nobody's map any more, and its answer is nobody's. */
  const deliver = async (lane: Waiting[], first: Waiting): Promise<void> => {
    busy.add(lane)
    const all = lanes
    const isDone = await push(platform, parts, { ...first, isOver: () => lanes !== all }).catch((error: unknown) => {
      parts.report(error, 'push')
      return true
    })
    if (isDone) lane.shift()
    else lane[0] = again(first)
    busy.delete(lane)
    wake()
  }
  const again = (one: Waiting): Waiting => ({
    ...one,
    tried: one.tried + 1,
    dueAt: Math.max(one.dueAt + answerWithinMs, platform.clock.now()),
  })
  const wake = (): void => {
    if (isAwake) return
    isAwake = true
    void Promise.resolve().then(run)
  }
  const wakeLater = (): void => {
    cancel?.()
    const resting = [...lanes.values()].filter((lane) => !busy.has(lane))
    const next = Math.min(...resting.map(([first]) => first?.dueAt ?? Number.POSITIVE_INFINITY))
    const waitMs = Math.max(0, Math.min(next - platform.clock.now(), 2_000_000_000))
    cancel = Number.isFinite(next) ? parts.timers.after(waitMs, wake) : undefined
  }

  const undos = [
    platform.official.pushes.on((event) => {
      const user = `${event.sender}/${event.openid}`
      const lane = lanes.get(user) ?? []
      lane.push({ event, tried: 0, dueAt: platform.clock.now() })
      lanes.set(user, lane)
      wake()
    }),
    platform.clock.onMoved(wake),
    platform.worlds.onReplaced(() => {
      lanes = new Map()
    }),
    () => cancel?.(),
  ]
  return () => {
    for (const undo of undos) undo()
    lanes = new Map()
  }
}

/** One try. True when there is nothing more to do: it was answered, given up, or nobody listens. */
async function push(
  platform: Platform,
  parts: PushParts,
  { event, tried, isOver }: Waiting & { isOver(): boolean },
): Promise<boolean> {
  const sender = await platform.directory.sender(event.sender)
  const account = await platform.official.account(event.sender)
  if (!sender || !account?.push) return true
  const { pushAttempts = defaultAttempts } = await platform.official.settings()
  const { reply, note, status } = await ask(platform, parts, { event, sender, account })
  if (isOver()) return true
  const isLast = tried + 1 >= pushAttempts
  const fate = reply ? `, ${note}` : `, ${note}${isLast ? ', given up' : ', comes again'}`
  platform.journal.write({
    kind: 'outbound',
    summary: `Push to ${sender.name}: ${event.fact.kind} of ${event.openid}, try ${tried + 1}${fate}`,
    method: 'POST',
    path: account.push.url,
    sender: sender.id,
    request: { fact: event.fact, mode: account.push.mode },
    ...(status !== undefined && { status }),
  })
  if (reply || isLast) await takeReply(platform, event, reply)
  return reply !== undefined || isLast
}

/** Without a reply the developer's server did not answer in time, or not with 200. */
async function ask(
  platform: Platform,
  { http, random, report }: PushParts,
  {
    event,
    sender,
    account,
  }: { readonly event: PushEvent; readonly sender: SenderRecord; readonly account: OfficialAccount },
): Promise<{ readonly reply?: PassiveReply; readonly note: string; readonly status?: number }> {
  const { push: server, originalId } = account
  if (!server) return { reply: { kind: 'nothing' }, note: 'nobody listens' }
  const fields = pushFields({ toUserName: originalId, openId: event.openid, at: event.at, fact: event.fact })
  const request = pushRequest(server, { appId: sender.wireId, openId: event.openid, fields }, stampOf(platform, random))
  const response = await http(request).response.catch((error: unknown): HttpResponse | undefined => {
    if (!(error instanceof Error)) report(error, 'push')
    return undefined
  })
  if (!response) return { note: 'no answer' }
  const { status, body } = response
  if (status !== 200) return { note: `HTTP ${status}`, status }
  const reply = openReply(body, server, sender.wireId)
  return { reply, note: noteOf(reply), status }
}

function noteOf(reply: PassiveReply): string {
  if (reply.kind === 'malformed') return `answered malformed: ${reply.why}`
  if (reply.kind === 'message') return `answered with ${reply.content.type}`
  return reply.kind === 'transfer' ? 'handed over to the desk' : 'taken'
}

/** By the platform's clock, in seconds; what is drawn is drawn anew for each try. */
function stampOf({ clock }: Platform, random: Random) {
  return {
    timestamp: String(Math.floor(clock.now() / 1_000)),
    nonce: String(Math.floor(random() * 2_000_000_000)),
    random: Uint8Array.from({ length: 16 }, () => 97 + Math.floor(random() * 26)),
  }
}
