import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../tools/chromium.ts'
import { openDemo } from './stage/demo-page.ts'
import { servedDemo } from './stage/served-demo.ts'
import { mutants, stories, tellWalkthrough } from './stage/told-walkthrough.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

test.concurrent.each(stories)('X-8: the walkthrough %s holds on a listening platform', async (id) => {
  const demo = await servedDemo()
  const visit = await openDemo(browser, `${demo.url}/demo/`)
  const steps = await tellWalkthrough(visit.page, { id })
  expect(steps.filter(({ failed }) => failed !== undefined)).toEqual([])
  expect(visit.errors).toEqual([])
  await visit.close()
  await demo.close()
})

test.concurrent.each(mutants)('X-8: with $rule off $id fails at $step', async ({ id, rule, step }) => {
  const demo = await servedDemo()
  const visit = await openDemo(browser, `${demo.url}/demo/`)
  const before = async (): Promise<void> =>
    void (await demo.call('PUT', `/control/v1/rules/${rule}`, { enabled: false }))
  const steps = await tellWalkthrough(visit.page, { id, before })
  expect(steps.find(({ failed }) => failed !== undefined)?.id).toBe(step)
  await visit.close()
  await demo.close()
})
