import type { Core } from '../../core.ts'
import { worldRows, worldValue } from '../../directory/world-rows.ts'
import { officialValue } from '../../official-account/official-accounts.ts'
import { switchOf } from '../../rulebook/customer-service/switch-of-account.ts'
import { inOrder } from '../../rulebook/in-force.ts'
import { officialKeys } from '../../storage/official-places.ts'
import { type SenderRow, worldKeys } from '../../storage/world-places.ts'
import type { Person, SenderRecord } from '../../world.ts'
import type { SenderOutlook, Turn } from './outlook.ts'
import { senderOutlook } from './sender-outlook.ts'

/** what time alone will change for these people and for all senders, the soonest first. */
export async function turnsOf(core: Core, persons: readonly Person[]): Promise<readonly Turn[]> {
  const now = core.clock.now()
  const senders = (await worldRows<SenderRow>(core, worldKeys.senders)).map(({ record }) => record)
  const turns: Turn[] = [...senders.flatMap((sender) => comesBack(sender, now)), ...(await revisions(core, now))]
  for (const sender of senders) turns.push(...(await switches(core, sender, now)))
  for (const person of persons)
    for (const sender of senders) {
      const outlook = await senderOutlook(core, { sender, person })
      if (outlook) turns.push(...turnsOfOne(outlook, { person, now }))
    }
  return turns.sort((one, other) => one.at - other.at)
}

function turnsOfOne(
  { sender, opensAt, windows, verdict }: SenderOutlook,
  { person, now }: { readonly person: Person; readonly now: number },
): readonly Turn[] {
  const pair = { sender, person: person.id }
  const turns: Turn[] =
    opensAt === undefined ? [] : [{ kind: 'opens', at: opensAt, rule: verdict?.rule ?? '', ...pair }]
  for (const { kind, rule, until, scene } of windows) {
    if (until <= now) continue
    if (kind === 'active') turns.push({ kind: 'becomes-inactive', at: until, rule, ...pair })
    if (kind === 'reply') turns.push({ kind: 'reply-ends', at: until, rule, ...pair, ...(scene && { about: scene }) })
  }
  return turns
}

function comesBack({ id, capability, disabledUntil }: SenderRecord, now: number): readonly Turn[] {
  if (capability !== 'disabled' || disabledUntil === undefined || disabledUntil <= now) return []
  return [{ kind: 'comes-back', at: disabledUntil, rule: 'MA-6', sender: id }]
}

async function revisions(core: Core, now: number): Promise<readonly Turn[]> {
  const announced = inOrder(await worldValue(core, worldKeys.miniapp)).filter(({ effectiveAt }) => effectiveAt > now)
  return announced.map(({ name, version, effectiveAt }) => ({
    kind: 'rules-change',
    at: effectiveAt,
    rule: 'MA-20',
    about: `${name} ${version}`,
  }))
}

async function switches(core: Core, sender: SenderRecord, now: number): Promise<readonly Turn[]> {
  if (sender.platform !== 'wechat') return []
  const account = await officialValue(core, sender.id, officialKeys.account)
  const at = account && switchOf(account)
  return at !== undefined && at > now ? [{ kind: 'account-switches', at, rule: 'CS-6', sender: sender.id }] : []
}
