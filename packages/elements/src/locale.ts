/** The language that an element stands in; `undefined` when none is said, or one that `Intl` refuses. */
export function localeOf(element: Element): string | undefined {
  const named = element.closest('[lang]') || document.documentElement
  try {
    return Intl.getCanonicalLocales(named.getAttribute('lang') || [])[0]
  } catch {
    return
  }
}

/** As CSS has it, so that `dir` on any ancestor counts. */
export function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
