import type { Timers, Undo } from '@minibell/ports'
import type { Core } from '../../core.ts'
import { worldRows } from '../../directory/world-rows.ts'
import { writeLetter } from '../../governance/letters.ts'
import { noticeMs } from '../../rulebook/customer-service/rule-sets.ts'
import { isNew, switchOf } from '../../rulebook/customer-service/switch-of-account.ts'
import { instantText } from '../../rulebook/words.ts'
import { customerKeys } from '../../storage/customer-places.ts'
import { governancePartition } from '../../storage/governance-places.ts'
import { officialKeys, officialPartition } from '../../storage/official-places.ts'
import { type SenderRow, worldKeys } from '../../storage/world-places.ts'
import type { OfficialAccount } from '../records.ts'

/** CS-6: existing accounts are told of their batch before it comes, whoever moves the clock. */
export interface SwitchNotices {
  /** Writes every letter that is due. */
  settle(): Promise<void>
  /** Reads the accounts anew. */
  reload(): Promise<void>
}

const maxTimerMs = 2_000_000_000

export function switchNotices(core: Core, timers?: Timers): SwitchNotices {
  let waiting = new Map<string, OfficialAccount>()
  /** The earliest time that this world was seen at: what was switched before then is told nothing. */
  let since = Number.POSITIVE_INFINITY
  let epoch = ''
  let stale = false
  core.journal.watch(({ kind }) => {
    stale ||= kind === 'control'
  })
  let cancel: Undo | undefined
  let settling: Promise<void> | undefined

  const next = (): number => Math.min(...[...waiting.values()].map((account) => switchOf(account) - noticeMs))
  const schedule = (): void => {
    cancel?.()
    const wait = next() - core.clock.now()
    cancel =
      timers && Number.isFinite(wait)
        ? timers.after(Math.max(0, Math.min(wait, maxTimerMs)), () => void settle().catch(() => undefined))
        : undefined
  }
  const reload = async (): Promise<void> => {
    stale = false
    since = Math.min(epoch === core.epoch() ? since : Number.POSITIVE_INFINITY, core.clock.now())
    epoch = core.epoch()
    const found = (await untold(core)).filter((account) => since < switchOf(account))
    waiting = new Map(found.map((account) => [account.sender, account]))
    schedule()
  }
  const run = async (): Promise<void> => {
    for (const account of [...waiting.values()]) {
      if (core.clock.now() < switchOf(account) - noticeMs) continue
      await tell(core, account)
      waiting.delete(account.sender)
    }
    schedule()
  }
  const settle = async (): Promise<void> => {
    if (stale) await reload()
    if (core.clock.now() < next()) return
    settling ??= run().finally(() => {
      settling = undefined
    })
    await settling
  }
  return { settle, reload }
}

/** Accounts that are switched in a batch and have no letter yet. */
async function untold(core: Core): Promise<readonly OfficialAccount[]> {
  const rows = await worldRows<SenderRow>(core, worldKeys.senders)
  const found = await Promise.all(
    rows
      .filter(({ record }) => record.platform === 'wechat')
      .map(({ record }) =>
        core.transactions.read(officialPartition(record.id), async (transaction) => {
          const account = await transaction.get(officialKeys.account)
          const told = await transaction.get(customerKeys.told)
          return account && !told && !isNew(account) ? [account] : []
        }),
      ),
  )
  return found.flat()
}

async function tell(core: Core, account: OfficialAccount): Promise<void> {
  const { sender } = account
  const switchAt = switchOf(account)
  await core.transactions.write(officialPartition(sender), async (transaction) =>
    transaction.put(customerKeys.told, true),
  )
  await core.transactions.write(governancePartition(sender), (transaction) =>
    writeLetter(transaction, switchAt - noticeMs, {
      about: 'customer-windows',
      reason: `from ${instantText(switchAt)} on`,
    }),
  )
  core.journal.write({
    kind: 'governance',
    summary: `${sender}: customer-service windows change at ${instantText(switchAt)}`,
    sender,
  })
}
