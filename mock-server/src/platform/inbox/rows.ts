import { type ItemRow, personKeys } from '../storage/person-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { Draft } from './opened.ts'

/** The item rows of a draft. */
export function openRows(transaction: Transaction): Pick<Draft, 'changedRows' | 'find' | 'putRow' | 'putGone'> {
  const changedRows = new Map<number, ItemRow | undefined>()
  return {
    changedRows,
    async find(itemId) {
      const offset = await transaction.get(personKeys.offsetOf(itemId))
      if (offset === undefined) return undefined
      const row = await transaction.get(personKeys.item(offset))
      if (row) return { listed: true, row }
      const gone = await transaction.get(personKeys.gone(offset))
      return gone && { listed: false, row: gone }
    },
    putRow(row) {
      changedRows.set(row.item.offset, row)
      transaction.put(personKeys.item(row.item.offset), row)
    },
    putGone(row) {
      const { offset, sender, expiresAt } = row.item
      changedRows.set(offset, undefined)
      transaction.put(personKeys.item(offset), undefined)
      transaction.put(personKeys.itemOf(sender, offset), undefined)
      if (expiresAt !== undefined) transaction.put(personKeys.due(expiresAt, offset), undefined)
      transaction.put(personKeys.gone(offset), row)
    },
  }
}
