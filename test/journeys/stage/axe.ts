import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Each rule of accessibility that the page breaks, with the elements that break it. The page may forbid scripts of others: axe comes past its policy. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(script)
  return page.evaluate(async () => {
    // Set by the script above.
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
}
