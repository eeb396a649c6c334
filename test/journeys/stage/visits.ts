import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchChromium } from '../../tools/chromium.ts'
import { type DemoPage, openDemo } from './demo-page.ts'
import { type ServedDemo, servedDemo } from './served-demo.ts'

/** What a journey stands on; each may be asked for inside a test alone. */
export interface Demos {
  readonly browser: Browser
  readonly demo: ServedDemo
}

/** A browser for the file and a demo for each test. Called once, at the top of a file. */
export function demos(): Demos {
  let browser: Browser
  let demo: ServedDemo
  beforeAll(async () => {
    browser = await launchChromium()
  })
  beforeEach(async () => {
    demo = await servedDemo()
    return () => demo.close()
  })
  afterAll(() => browser.close())
  return {
    get browser() {
      return browser
    },
    get demo() {
      return demo
    },
  }
}

/** The same with a visitor, to whom no error is shown. */
export function visits(): Demos & { readonly visit: DemoPage } {
  const stage = demos()
  let visit: DemoPage
  beforeEach(async () => {
    visit = await openDemo(stage.browser, `${stage.demo.url}/demo/`)
  })
  afterEach(async () => {
    expect(visit.errors).toEqual([])
    await visit.close()
  })
  return {
    get browser() {
      return stage.browser
    },
    get demo() {
      return stage.demo
    },
    get visit() {
      return visit
    },
  }
}
