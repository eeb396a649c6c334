/** `HTMLElement`; where there is no page, nothing in particular, so that a server may import what it never draws. */
export const PageElement = (globalThis.HTMLElement || Object) as typeof HTMLElement // only pages make one
