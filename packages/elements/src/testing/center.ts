import type { Page } from 'playwright-core'
import type { FakeInboxOptions } from './fake-inbox.ts'
import type { Stage } from './stage.ts'

/** A page with a message center over `count` items, newest first, an hour apart, and `attributes`. */
export async function centerOn(
  stage: Stage,
  count: number,
  { attributes = {}, ...options }: FakeInboxOptions & { readonly attributes?: Readonly<Record<string, string>> } = {},
): Promise<Page> {
  const page = await stage.page()
  await page.evaluate(
    (given) => {
      const items = play.manyItems(given.count)
      play.put('minibell-message-center', { items, ...given.options }, given.attributes)
    },
    { count, options, attributes },
  )
  return page
}

/** What the surfaces asked of the inbox, in order. */
export const asked = (page: Page): Promise<readonly string[]> => page.evaluate(() => play.inbox.asked)

/** Top to bottom. */
export const titles = (page: Page): Promise<readonly string[]> => page.locator('.row .title').allTextContents()

/** The row whose title has this text. */
export const row = (page: Page, title: string) =>
  page.locator('article', { has: page.locator('.title', { hasText: title }) })
