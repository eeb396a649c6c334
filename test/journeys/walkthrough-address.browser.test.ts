import { expect, test } from 'vitest'
import { type DemoPage, openDemo, shownPage } from './stage/demo-page.ts'
import { send, toAmina } from './stage/messages.ts'
import { demos } from './stage/visits.ts'

const stage = demos()

test('X-8: a link to a step opens there, the steps before it played on a fresh world', async () => {
  await send(stage.demo, toAmina('Of an older world'))
  const visit = await open('three-days', 4)
  const card = visit.page.locator('.story[data-step="4"][data-verdict="waiting"]')
  await card.waitFor()
  expect(await card.getAttribute('data-step-id')).toBe('next')
  await expect.poll(() => visit.page.locator('.journal-row[data-kind=clock]', { hasText: '3 d' }).count()).toBe(1)
  expect(await titles()).toEqual(['Your electricity bill for October'])
  expect(new URL(visit.page.url()).hash).toMatch(/^#walkthrough=three-days\/4/)
  await visit.close()
})

test('X-8: a link behind the reload step reloads and goes on', async () => {
  const visit = await open('first-message', 8)
  await visit.page.locator('.story[data-step="8"]').waitFor({ timeout: 120_000 })
  expect(await shownPage(visit.page)).toEqual({ path: 'pages/bill/detail', query: { id: '2041' } })
  await visit.close()
})

test('X-8: a step may be done by hand, and its claims are checked all the same', async () => {
  const visit = await open('first-message', 1)
  await visit.page.locator('.story[data-step="1"]').waitFor()
  await visit.page.getByRole('button', { name: 'Send', exact: true }).click()
  await visit.page.locator('.story[data-verdict="held"]').waitFor()
  await visit.page.locator('.story-next').click()
  await visit.page.locator('.capsule-more').click()
  await visit.page.locator('.story[data-step="2"][data-verdict="held"]').waitFor()
  await visit.close()
})

test('X-8: a reload by hand in the middle stays at the step and keeps the world', async () => {
  const visit = await open('first-message', 2)
  await visit.page.locator('.story[data-step="2"]').waitFor()
  await visit.page.reload()
  await visit.page.locator('.story[data-step="2"]').waitFor()
  expect(await titles()).toEqual(['Your electricity bill for October'])
  await visit.close()
})

test('X-8: leaving is possible at any time and leaves the world as it is', async () => {
  const visit = await open('three-days', 2)
  await visit.page.locator('.story[data-step="2"]').waitFor()
  await visit.page.getByRole('button', { name: 'Leave the walkthrough' }).click()
  await visit.page.locator('.story').waitFor({ state: 'hidden' })
  expect(new URL(visit.page.url()).hash).not.toContain('walkthrough')
  expect(await titles()).toEqual(['Your electricity bill for October'])
  await visit.page.reload()
  await visit.page.locator('.screen[data-front]').waitFor()
  await expect.poll(() => visit.page.locator('.story').isHidden()).toBe(true)
  await visit.close()
})

function open(id: string, step: number): Promise<DemoPage> {
  return openDemo(stage.browser, `${stage.demo.url}/demo/#walkthrough=${id}/${step}`)
}

/** Titles that Amina has, as the platform says, newest first. */
async function titles(): Promise<readonly string[]> {
  // The delivery protocol's own word, held by its tests.
  const snapshot = await fetch(`${stage.demo.url}/delivery/v1/snapshot`, {
    headers: { authorization: 'Bearer demo-host-amina' },
  })
  const { items } = (await snapshot.json()) as { items: { item: { message: { title: string } } }[] }
  return items.map(({ item }) => item.message.title)
}
