import type { Core } from '../../core.ts'
import { worldRows, worldValue } from '../../directory/world-rows.ts'
import { standing } from '../../official-account/customer-service/user-standing.ts'
import { hasRoom } from '../../rulebook/customer-service/windows.ts'
import { inForce } from '../../rulebook/in-force.ts'
import { push, quietHours } from '../../rulebook/miniapp/condition-rules.ts'
import { allowedFrom, frequency } from '../../rulebook/miniapp/frequency.ts'
import { roomAfterMs, used } from '../../rulebook/miniapp/rate-window.ts'
import { activeUntil, recency } from '../../rulebook/miniapp/recency.ts'
import type { AddressedRecipient, ServiceAttempt } from '../../rulebook/miniapp/service-attempt.ts'
import { capability, removed } from '../../rulebook/miniapp/standing-rules.ts'
import { recipientRules } from '../../rulebook/open-api/traffic-rules.ts'
import { appPartition } from '../../storage/app-places.ts'
import { personKeys, personPartition } from '../../storage/person-places.ts'
import { type SenderRow, worldKeys } from '../../storage/world-places.ts'
import type { Verdict } from '../../verdict.ts'
import type { Person, SenderRecord } from '../../world.ts'
import { windowsOf } from '../template/look.ts'
import type { OutlookWindow, SenderOutlook } from './outlook.ts'

/** In the order of the directory; senders that do not know the person are left out. */
export async function outlook(core: Core, person: Person): Promise<readonly SenderOutlook[]> {
  const senders = await worldRows<SenderRow>(core, worldKeys.senders)
  const found = await Promise.all(senders.map(({ record }) => senderOutlook(core, { sender: record, person })))
  return found.flatMap((one) => one ?? [])
}

/** `undefined`: the sender does not know this person, or sends by rules that hold no time. */
export function senderOutlook(
  core: Core,
  { sender, person }: { readonly sender: SenderRecord; readonly person: Person },
): Promise<SenderOutlook | undefined> {
  const id = person.recipientIds.find(({ account }) => account === sender.account)?.id
  if (id === undefined) return Promise.resolve(undefined)
  const pair = { sender, person, id }
  if (sender.platform === 'miniapp') return ofService(core, pair)
  return sender.platform === 'open-api' ? ofTemplates(core, pair) : ofReplies(core, pair)
}

interface Pair {
  readonly sender: SenderRecord
  readonly person: Person
  readonly id: string
}

const serviceRules = [removed, capability, push, quietHours, recency, frequency]

/** MA-3, MA-4, MA-6, and the person's own switches. */
async function ofService(core: Core, { sender, person, id }: Pair): Promise<SenderOutlook> {
  const now = core.clock.now()
  const { numbers } = inForce(core.numbers, await worldValue(core, worldKeys.miniapp), now)
  const { state, head, lastUsedAt } = await core.transactions.read(personPartition(person.id), async (kept) => ({
    state: await kept.get(personKeys.sender(sender.id)),
    head: await kept.get(personKeys.head),
    lastUsedAt: await kept.get(personKeys.lastUsedAt(sender.id)),
  }))
  const off = head?.pushOff ? 'main' : state?.muted ? 'sender' : undefined
  const recipient: AddressedRecipient = {
    id,
    person,
    ...(lastUsedAt !== undefined && { lastUsedAt }),
    ...(state?.acceptedAt !== undefined && { acceptedAt: state.acceptedAt }),
    ...(off && { off }),
  }
  const attempt: ServiceAttempt = { now, numbers, sender, rate: [], recipient }
  const active = core.judge.enabled(recency.id) ? activeUntil(attempt) : undefined
  const next = core.judge.enabled(frequency.id) ? allowedFrom(attempt) : undefined
  const windows: OutlookWindow[] = [
    ...windowOf(now, { kind: 'spacing', rule: frequency.id, from: state?.acceptedAt, until: next }),
    ...windowOf(now, { kind: 'active', rule: recency.id, from: lastUsedAt, until: active }),
  ]
  const verdicts = serviceRules.flatMap((rule) => core.judge.refusal([rule], attempt) ?? [])
  const opensAt = openingOf(now, verdicts)
  const stays = opensAt !== undefined && (active === undefined || opensAt < active)
  return { sender: sender.id, ...said(verdicts), ...(stays && { opensAt }), windows }
}

/** OA-8: what counts against how often one person may be sent to, where the operator bounds that. */
async function ofTemplates(core: Core, { sender, person }: Pair): Promise<SenderOutlook> {
  const now = core.clock.now()
  const settings = (await worldValue(core, worldKeys.openApi)) ?? {}
  const bound = settings.profile === 'current' ? settings.frequency : undefined
  const { often, asked } = await core.transactions.read(appPartition(sender.id), (app) =>
    windowsOf(app, { settings, person: person.id, now }),
  )
  const attempt = { now, sender, settings, often, asked, subscribed: true, templateCode: '', templates: [] }
  const verdicts = core.judge.refusal(recipientRules, attempt)
  const [oldest] = often
  const windows =
    bound && oldest
      ? [
          {
            kind: 'often' as const,
            rule: 'OA-8.frequency',
            from: oldest[0],
            until: oldest[0] + bound.perMs,
            left: bound.messages - used(often),
          },
        ]
      : []
  const waitMs = bound && roomAfterMs(often, now, 1, bound)
  const opensAt = verdicts && waitMs !== undefined ? now + waitMs : undefined
  return {
    sender: sender.id,
    ...said(verdicts ? [verdicts] : []),
    ...(opensAt !== undefined && { opensAt }),
    windows,
  }
}

/** CS: the windows that the user's own actions opened. Without one nothing may be answered. `undefined`: not an official account. */
async function ofReplies(core: Core, { sender, id }: Pair): Promise<SenderOutlook | undefined> {
  const found = await standing(core, sender.id, id).catch((error: unknown) => {
    if (error instanceof RangeError) return undefined
    throw error
  })
  if (!found) return undefined
  const windows = found.windows.map(
    ({ scene, openedAt, until, left }): OutlookWindow => ({
      kind: 'reply',
      rule: scene === 'reply' ? 'CS-2' : scene === 'payment' ? 'CS-3' : 'CS-4',
      from: openedAt,
      until,
      scene,
      ...(left !== undefined && { left }),
    }),
  )
  return { sender: sender.id, open: found.windows.some(hasRoom), windows }
}

function said(verdicts: readonly Verdict[]): Pick<SenderOutlook, 'open' | 'verdict'> {
  const [verdict] = verdicts
  return verdict ? { open: false, verdict } : { open: true }
}

/** When the last of them is over by time alone. */
function openingOf(now: number, verdicts: readonly Verdict[]): number | undefined {
  const waits = verdicts.map(({ mendAfterMs }) => mendAfterMs ?? Number.POSITIVE_INFINITY)
  const longest = Math.max(0, ...waits)
  return longest > 0 && Number.isFinite(longest) ? now + longest : undefined
}

function windowOf(
  now: number,
  {
    from,
    until,
    ...rest
  }: Pick<OutlookWindow, 'kind' | 'rule'> & { readonly from: number | undefined; readonly until: number | undefined },
): readonly OutlookWindow[] {
  return from !== undefined && until !== undefined && from <= now && now < until ? [{ ...rest, from, until }] : []
}
