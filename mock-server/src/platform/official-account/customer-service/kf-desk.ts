import type { Core } from '../../core.ts'
import { customerKeys, type KfAccount } from '../../storage/customer-places.ts'
import { officialPartition } from '../../storage/official-places.ts'
import type { SenderId } from '../../world.ts'

/** The wire has a code for each. */
export type KfOutcome = 'ok' | 'exists' | 'unknown' | 'full'

/** Desk accounts of one official account. */
const most = 100

/** Customer-service desk accounts: who answers in an account's name. */
export function kfDesk(core: Core): {
  list(sender: SenderId): Promise<readonly KfAccount[]>
  add(sender: SenderId, kf: Pick<KfAccount, 'account' | 'nickname'>): Promise<KfOutcome>
  update(sender: SenderId, kf: Partial<KfAccount> & Pick<KfAccount, 'account'>): Promise<KfOutcome>
  remove(sender: SenderId, account: string): Promise<KfOutcome>
} {
  const change = (
    sender: SenderId,
    work: (desk: { readonly last: number; readonly accounts: readonly KfAccount[] }) => KfOutcome | KfDesk,
  ): Promise<KfOutcome> =>
    core.transactions.write(officialPartition(sender), async (transaction) => {
      const changed = work((await transaction.get(customerKeys.kf)) ?? { last: 1_000, accounts: [] })
      if (typeof changed === 'string') return changed
      transaction.put(customerKeys.kf, changed)
      return 'ok'
    })

  return {
    list: (sender) =>
      core.transactions.read(officialPartition(sender), async (transaction) => {
        const desk = await transaction.get(customerKeys.kf)
        return desk?.accounts ?? []
      }),
    add: (sender, { account, nickname }) =>
      change(sender, ({ last, accounts }) => {
        if (accounts.some((one) => one.account === account)) return 'exists'
        if (accounts.length >= most) return 'full'
        return { last: last + 1, accounts: [...accounts, { account, nickname, id: last + 1 }] }
      }),
    update: (sender, { account, ...changes }) =>
      change(sender, ({ last, accounts }) => {
        if (!accounts.some((one) => one.account === account)) return 'unknown'
        return { last, accounts: accounts.map((one) => (one.account === account ? { ...one, ...changes } : one)) }
      }),
    remove: (sender, account) =>
      change(sender, ({ last, accounts }) => {
        if (!accounts.some((one) => one.account === account)) return 'unknown'
        return { last, accounts: accounts.filter((one) => one.account !== account) }
      }),
  }
}

interface KfDesk {
  readonly last: number
  readonly accounts: readonly KfAccount[]
}
