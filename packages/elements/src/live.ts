/** Properties of the instance, so that one set before the class was defined is taken over; setting one calls `changed`. */
export function watch<Name extends string>(
  host: { [Key in Name]?: unknown },
  names: readonly Name[],
  changed: () => void,
): void {
  for (const name of names) {
    let value = host[name]
    Object.defineProperty(host, name, {
      get: () => value,
      set(next: typeof value) {
        value = next
        changed()
      },
    })
  }
}

/** Adds style sheets that a page's policy cannot forbid, where they can be constructed. */
export function dress(root: ShadowRoot, styles: string): void {
  if (root.adoptedStyleSheets) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    // First, where drawing does not sweep it away.
  } else root.insertBefore(document.createElement('style'), root.firstChild).textContent = styles
}
