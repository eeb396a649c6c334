import type { InboxItem } from '@minibell/protocol'
import { type ListWindow, windowOf } from '@minibell/views'
import type { Visible } from './viewport.ts'

/** A guess for rows that were never shown, px. */
const usualHeight = 106

/** Remembers how high rows are and which part of the list is visible. */
export class RowWindow {
  visible: Visible = { top: 0, bottom: innerHeight }
  current: ListWindow = { rows: [], after: 0 }
  private readonly heights = new Map<string, number>()

  /** Makes `current` fit; `kept`: index of a row that stays wherever it is, −1 for none. True when other rows are due. */
  fit(items: readonly InboxItem[], kept: number): boolean {
    const heightOf = (index: number): number => this.heights.get(items[index]?.id ?? '') ?? usualHeight
    const before = this.current.rows
    this.current = windowOf({ count: items.length, heightOf, ...this.visible, keep: kept })
    const { rows } = this.current
    return rows.length !== before.length || rows.some(({ index }, place) => index !== before[place]?.index)
  }

  measure(rows: Iterable<HTMLElement>): void {
    for (const row of rows) if (row.offsetHeight > 0) this.heights.set(row.dataset['id'] ?? '', row.offsetHeight)
  }

  /** Rows of another width have other heights. */
  forget(): void {
    this.heights.clear()
  }
}
