import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** All walkthroughs of the demo, in the order in which it offers them. */
export const stories = [
  'first-message',
  'capsule-bubble',
  'message-center',
  'floating-window',
  'three-days',
  'application',
  'violation',
  'request-id',
  'forty-eight-hours',
  'proposal-to-inbox',
] as const

/** Rules without which a walkthrough must fail, each with the step that then does. */
export const mutants = [
  { id: 'three-days', rule: 'MA-3', step: 'too-soon' },
  { id: 'three-days', rule: 'MA-4', step: 'inactive' },
  { id: 'floating-window', rule: 'MA-7.push', step: 'refused' },
  { id: 'application', rule: 'MA-6', step: 'not-applied' },
  { id: 'request-id', rule: 'OA-9.requestId', step: 'another-body' },
] as const

/** Those that take long; `npm run walkthrough -- --mutants` plays them too. */
export const slowMutants = [
  { id: 'violation', rule: 'MA-6', step: 'disabled' },
  { id: 'violation', rule: 'MA-19.removed', step: 'removed' },
  { id: 'forty-eight-hours', rule: 'CS-2.count', step: 'twenty' },
  { id: 'forty-eight-hours', rule: 'CS-1.window', step: 'too-late' },
  { id: 'proposal-to-inbox', rule: 'WT-9.3.title', step: 'refused' },
  { id: 'proposal-to-inbox', rule: 'WT-11.3', step: 'marketing' },
] as const

export type Mutant = (typeof mutants)[number] | (typeof slowMutants)[number]

/** The page itself says when a claim is false, after so many looks; this only ends one that hangs. */
const hangsMs = 180_000

/** One step as it went. */
export interface ToldStep {
  readonly step: number
  readonly id: string
  /** `undefined`: every claim held. */
  readonly failed?: string
}

/**
 * Plays a walkthrough on the page by its own buttons, step by step, until its end or the first claim that is false. `shots`: folder for
 * a screenshot after each step. The page shows the demo already.
 */
export async function tellWalkthrough(
  page: Page,
  told: { readonly id: string; readonly shots?: string | undefined; readonly before?: () => Promise<void> },
): Promise<readonly ToldStep[]> {
  page.setDefaultTimeout(hangsMs)
  await page.evaluate((id) => {
    location.hash = `walkthrough=${id}/1`
  }, told.id)
  await page.locator('.story[data-scene="step"][data-step="1"]').waitFor()
  await told.before?.()
  const count = Number(await page.locator('.story-progress').getAttribute('max'))
  const steps: ToldStep[] = []
  for (let step = 1; step <= count; step += 1) {
    const outcome = await tellStep(page, step)
    if (told.shots !== undefined) await shoot(page, { folder: told.shots, name: `${told.id}-${step}-${outcome.id}` })
    steps.push(outcome)
    if (outcome.failed !== undefined) return steps
    await page.locator('.story-next').click()
  }
  await page.locator('.story[data-scene="finished"]').waitFor()
  return steps
}

async function tellStep(page: Page, step: number): Promise<ToldStep> {
  const card = page.locator(`.story[data-scene="step"][data-step="${step}"]`)
  await card.waitFor()
  const id = (await card.getAttribute('data-step-id')) ?? String(step)
  await page.locator('.story-act').click()
  const settled = page.locator(`.story[data-step="${step}"]:is([data-verdict="held"], [data-verdict="failed"])`)
  try {
    await settled.waitFor()
  } catch (error) {
    return { step, id, failed: `no verdict: ${error instanceof Error ? error.message.split('\n')[0] : error}` }
  }
  if ((await settled.getAttribute('data-verdict')) === 'held') return { step, id }
  const words = await page.locator('.claims li[data-state="failed"], .story-trouble:not([hidden])').allInnerTexts()
  return { step, id, failed: words.join(' · ').replaceAll('\n', ' ') }
}

async function shoot(page: Page, { folder, name }: { readonly folder: string; readonly name: string }): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
