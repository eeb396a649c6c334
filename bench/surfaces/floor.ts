import type { Browser } from 'playwright-core'
import type {} from './contestant.ts'
import { firstRows } from './measure.ts'
import { least, on } from './track.ts'

/** Where and how slow. */
export interface FloorPlace {
  readonly browser: Browser
  /** Of the page whose first rows are copied. */
  readonly script: string
  readonly throttle: number
}

/**
 * Ms of CPU that the very same first rows take as markup that stands ready, with their styles: no data, no list, no template. What a browser needs
 * to parse, style and lay them out; a list in script can only come near it.
 */
export async function floor({ browser, script, throttle }: FloorPlace): Promise<number> {
  const copy = await on({ browser, script, throttle: 1 }, async ({ page }) => {
    await page.evaluate(() => {
      contestant.prepare(100_000)
      return contestant.show()
    })
    return page.evaluate(() => {
      const { shadowRoot } = document.querySelector('minibell-message-center') ?? {}
      const rules = [...(shadowRoot?.adoptedStyleSheets ?? [])].flatMap(({ cssRules }) => [...cssRules])
      const markup = shadowRoot?.innerHTML.replace(/<!--.*?-->/g, '') ?? ''
      return { markup, styles: rules.map(({ cssText }) => cssText).join('\n') }
    })
  })
  return least(5, () =>
    on({ browser, script: standing, throttle }, async (track) => {
      await track.page.evaluate((given) => Object.assign(globalThis, given), copy)
      return firstRows(track, 0)
    }),
  )
}

/** A contestant that only stands there. */
const standing = `globalThis.contestant = {
  prepare() {},
  async show() {
    const host = document.createElement('div')
    const root = host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet]
    document.body.append(host)
    root.innerHTML = markup
    document.body.getBoundingClientRect()
  },
}`
