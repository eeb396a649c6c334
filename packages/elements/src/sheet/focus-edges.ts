const reachable = 'button:not([disabled]),a[href],input,select,textarea,[tabindex]'

/** The first and the last element that the tab key reaches, slotted ones included. */
export function edgesOf(root: Element): {
  readonly first: HTMLElement | undefined
  readonly last: HTMLElement | undefined
} {
  const found = reachableIn(root)
  return { first: found[0], last: found[found.length - 1] }
}

function reachableIn(root: Element): readonly HTMLElement[] {
  const found: HTMLElement[] = []
  for (const element of root.querySelectorAll<HTMLElement>(`${reachable},slot`)) {
    if (element instanceof HTMLSlotElement) {
      for (const given of element.assignedElements({ flatten: true })) {
        if (given instanceof HTMLElement && given.matches(reachable)) found.push(given)
        found.push(...reachableIn(given))
      }
    } else found.push(element)
  }
  return found.filter((element) => element.tabIndex >= 0 && element.getClientRects().length > 0)
}
