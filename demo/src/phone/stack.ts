import type { SenderPage } from '@minibell/mock'
import type { Page } from '@minibell/ports'

/** Pages of one open mini-program, the bottom first, 1 to 10 of them. */
export type Stack = readonly Page[]

/** As hosts have it: the eleventh page is refused. */
export const maxDepth = 10

type Manifest = readonly SenderPage[]

/** Refuses a tab page, an unknown page and the eleventh, in the words hosts use. */
export function pushed(stack: Stack, page: Page, manifest: Manifest): Stack {
  refuse('push', registered(page, manifest).tab === true, page, 'is a tab page')
  refuse('push', stack.length >= maxDepth, page, `would be page ${maxDepth + 1} of ${maxDepth}`)
  return [...stack, page]
}

/** Refuses a tab page and an unknown page. */
export function replaced(stack: Stack, page: Page, manifest: Manifest): Stack {
  refuse('replace', registered(page, manifest).tab === true, page, 'is a tab page')
  return [...stack.slice(0, -1), page]
}

/** Closes every other page. Refuses what is no tab page. */
export function tabbed(page: Page, manifest: Manifest): Stack {
  refuse('tab', registered(page, manifest).tab !== true, page, 'is no tab page')
  return [page]
}

/** Closes every page and opens this one. Refuses an unknown page. */
export function relaunched(page: Page, manifest: Manifest): Stack {
  registered(page, manifest)
  return [page]
}

/** One page down; the last one stays. */
export function backed(stack: Stack): Stack {
  return stack.length > 1 ? stack.slice(0, -1) : stack
}

function registered(page: Page, manifest: Manifest): SenderPage {
  const found = manifest.find((entry) => entry.path === page.path)
  if (!found) throw new Error(`Failed to open ${page.path}: the mini-program has no such page.`)
  return found
}

function refuse(call: string, when: boolean, page: Page, why: string): void {
  if (when) throw new Error(`Failed to ${call} ${page.path}: it ${why}.`)
}
