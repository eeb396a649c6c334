import type { Page } from 'playwright-core'
import { chance } from '../../tools/chance.ts'

/** Holds each request of the page to the platform for 0 to `longestMs`, by a fixed seed; the journal's stream goes straight on. */
export async function slowWire(page: Page, longestMs: number): Promise<void> {
  if (!(longestMs > 0)) return
  const { below } = chance(1)
  await page.route(/\/(control|delivery|miniapp)\/v1\/|\/cgi-bin\/|\/v2\//, async (route) => {
    if (!route.request().url().includes('/journal/stream')) await wait(below(longestMs))
    await route.continue()
  })
}

function wait(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms))
}
