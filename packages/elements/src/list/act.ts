/** Where a click, a key or the focus went: the `data-act` of the button, a bare row meaning `open`, the row and its item. */
export function actOf({ target }: Event): {
  readonly name: string
  readonly itemId: string
  readonly row: HTMLElement | null
} {
  // Only elements are targets of these events.
  const near = (selector: string): HTMLElement | null => (target as Element).closest<HTMLElement>(selector)
  const row = near('article')
  const named = near('[data-act]')
  return { name: (named ? named.dataset['act'] : row && 'open') || '', itemId: (row && row.dataset['id']) || '', row }
}
