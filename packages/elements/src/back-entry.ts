/** An entry of the page's history that stands for an open sheet, so that a back gesture or button closes it first. */
export interface BackEntry {
  opened(): void
  /** Closed by other means: the entry goes, unless the page has gone on from it. */
  closed(): void
}

export function backEntryOf({ back, isOpen }: { back(): void; isOpen(): boolean }): BackEntry {
  const key = 'minibell-sheet'
  const isOurs = (): boolean => (history.state || {})[key]
  const onPop = (): void => {
    if (isOurs()) return
    back()
    // One view is left, or closing was cancelled.
    if (isOpen()) push()
    else removeEventListener('popstate', onPop)
  }
  const push = (): void => {
    if (!isOurs()) history.pushState({ ...history.state, [key]: true }, '')
  }
  return {
    opened() {
      push()
      addEventListener('popstate', onPop)
    },
    closed() {
      removeEventListener('popstate', onPop)
      if (isOurs()) history.back()
    },
  }
}
