import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openConsole } from './stage/operator-visit.ts'
import { demos } from './stage/visits.ts'

const stage = demos()
const run = promisify(execFile)

test('X-1, X-7: rules speak while a message is written; it is sent, explained, and composed again from the journal', async () => {
  const { page, close } = await openConsole(stage.browser, `${stage.demo.url}/#/compose`)
  await page.getByLabel('Sender').selectOption('kijani')
  await page.getByRole('checkbox', { name: 'Amina Odhiambo' }).check()
  await page.getByLabel('Title').fill('Win ${prize}')
  await page.getByLabel('Content').fill('KSh 1,240 is due.')
  await page.getByLabel('Jump URL').fill('pages/bill/detail?id=7')
  await page.locator('[data-forecast=refused]', { hasText: 'MA-10.title' }).waitFor()
  await page.getByLabel('Title').fill('Your bill')
  await page.locator('[data-forecast=passes]').waitFor()
  const shared = page.url()
  await page.getByRole('button', { name: 'Send it now' }).click()
  await page.getByRole('link', { name: 'The whole explanation' }).click()
  await page.getByRole('heading', { name: 'Your bill' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await page.getByRole('link', { name: 'Compose again' }).click()
  await page.locator('[data-forecast=refused]', { hasText: 'It passes in 3 days' }).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Your bill')
  await page.goto(shared)
  await page.reload()
  await expect.poll(() => page.getByLabel('Jump URL').inputValue()).toBe('pages/bill/detail?id=7')
  await close()
})

test('MA-7, OA-1: a message as a program: what stands on the page runs as it is copied, and signs as its dialect does', async () => {
  const { page, goTo, close } = await openConsole(
    stage.browser,
    `${stage.demo.url}/#/compose?from=soko&to=amina&template=TP_ORDER_SHIPPED&language=en-US&p.who=O'Neil&p.order=7&p.when=today&jump=pages/order/detail`,
  )
  await page.locator('[data-forecast=passes]').waitFor()
  const program = await page.locator('[data-snippet=curl]').textContent()
  const { stdout } = await run('sh', ['-c', program ?? ''])
  expect(stdout).toContain('"resultStatus":"S"')
  await page.getByText('Sign the calls').click()
  await stage.demo.call('PUT', '/control/v1/clients/shop', {
    id: 'shop',
    keys: [{ version: 3, publicKey: await key() }],
  })
  await page.getByLabel('Sign as').selectOption('shop')
  await page.getByRole('radio', { name: 'Go' }).check()
  await page.locator('[data-snippet=go]', { hasText: 'algorithm=RSA256,keyVersion=3' }).waitFor()
  const kijani = await stage.demo.call('GET', '/control/v1/senders/kijani')
  await stage.demo.call('PUT', '/control/v1/senders/kijani', { ...(kijani as object), accessKeySecret: 'a-secret' })
  await goTo('#/compose?from=kijani&to=amina&title=Bill&content=Due&jump=pages/bill/detail&code=node')
  await page.getByLabel('Sign as').selectOption('Kijani Energy, by its accessKeySecret')
  await page.locator('[data-snippet=node]', { hasText: 'createHmac(' }).waitFor()
  await close()
})

/** A public key that the platform has itself. */
async function key(): Promise<string> {
  // The control API's own word, held by its tests.
  const { platformKey } = (await stage.demo.call('GET', '/control/v1/open-api')) as {
    platformKey: { publicKey: string }
  }
  return platformKey.publicKey
}
