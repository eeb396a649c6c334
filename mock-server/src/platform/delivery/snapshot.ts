import { type Counts, kindsOf, type Sender, type Snapshot } from '@minibell/protocol'
import type { Core } from '../core.ts'
import { draftOf } from '../inbox/draft.ts'
import { type Draft, effectiveMarks } from '../inbox/opened.ts'
import type { DeliverySession, Scope } from '../platform.ts'
import { type ItemRow, personKeys, personPartition, type SenderState } from '../storage/person-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import { cursorOf, offsetOfCursor } from './cursor.ts'

type Page = Omit<Snapshot, 'serverAt'>

/** DL-3, DL-8: one page, newest first, as of its own `offset`. */
export async function snapshotOf(
  core: Core,
  session: DeliverySession,
  page: { readonly cursor?: string; readonly max: number },
): Promise<Page | 'malformed-cursor'> {
  const epoch = core.epoch()
  const before = page.cursor === undefined ? Number.MAX_SAFE_INTEGER : offsetOfCursor(page.cursor, epoch)
  if (before === undefined) return 'malformed-cursor'
  return steadily(core, session, async (transaction) => {
    const draft = await draftOf(transaction)
    const rows = await rowsBefore(transaction, session.scope, { before, max: page.max + 1 })
    const shown = rows.slice(0, page.max)
    const last = shown[shown.length - 1]
    return {
      epoch,
      offset: draft.head.top,
      items: await Promise.all(shown.map((row) => withMarks(draft, row))),
      senders: await sendersOf(transaction, session.scope),
      counts: await countsOf(draft, session.scope),
      ...(last && rows.length > page.max && { cursor: cursorOf(epoch, last.item.offset) }),
    }
  })
}

/** Of the whole scope, whatever page is shown; of a muted sender nothing is unseen. */
export async function countsOf(draft: Draft, scope: Scope): Promise<Counts> {
  if (scope.kind === 'host') return { ...draft.head.counts }
  const { counts, muted } = await draft.sender(scope.sender)
  return { ...counts, ...(muted && { unseen: 0 }) }
}

/** Reads again while somebody changes the inbox in between, 20 times at most; then what was read last is good enough. */
async function steadily<Result>(
  core: Core,
  { person }: DeliverySession,
  look: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const version = async (): Promise<number | undefined> => {
    const [head] = await core.store.read(personPartition(person), [personKeys.head.text])
    return head?.version
  }
  for (let attempts = 1; ; attempts += 1) {
    const before = await version()
    const result = await core.transactions.read(personPartition(person), look)
    if ((await version()) === before || attempts === 20) return result
  }
}

async function withMarks(draft: Draft, row: ItemRow): Promise<Page['items'][number]> {
  const sender = await draft.senderAsKept(row.item.sender)
  return { item: row.item, marks: kindsOf(effectiveMarks(row, draft.head, sender)) }
}

async function rowsBefore(
  transaction: Transaction,
  scope: Scope,
  { before, max }: { readonly before: number; readonly max: number },
): Promise<readonly ItemRow[]> {
  if (scope.kind === 'host') {
    const rows = await transaction.scan({
      prefix: personKeys.items,
      before: personKeys.item(before).text,
      max,
      reverse: true,
    })
    // Only `personKeys.item` writes below this prefix.
    return rows.map(({ value }) => value as ItemRow)
  }
  const index = await transaction.scan({
    prefix: personKeys.itemsOf(scope.sender),
    before: personKeys.itemOf(scope.sender, before).text,
    max,
    reverse: true,
  })
  // Only `personKeys.itemOf` writes below this prefix.
  const rows = await transaction.peek(index.map(({ value }) => personKeys.item(value as number)))
  return rows.filter((row) => row !== undefined)
}

async function sendersOf(transaction: Transaction, scope: Scope): Promise<readonly Sender[]> {
  if (scope.kind === 'sender') {
    const { told } = (await transaction.get(personKeys.sender(scope.sender))) ?? {}
    return told ? [told] : []
  }
  const rows = await transaction.scan({ prefix: personKeys.senders, max: Number.MAX_SAFE_INTEGER })
  // Only `personKeys.sender` writes below this prefix.
  return rows.flatMap(({ value }) => (value as SenderState).told ?? [])
}
