import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { send, toAmina } from './stage/messages.ts'
import { openConsole } from './stage/operator-visit.ts'
import { demos } from './stage/visits.ts'

const stage = demos()
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

test('a webhook is put, told, told again by its retry and by hand, and its calls are genuine as the page says', async () => {
  const server = await developersServer()
  const { page, close } = await openConsole(stage.browser, `${stage.demo.url}/#/webhooks`)
  await page.getByText('No server is told yet').waitFor()
  await page.getByRole('textbox', { name: 'Id' }).fill('shop')
  await page.getByLabel('Address of the server').fill(server.url)
  await page.getByLabel('Whose messages').selectOption('Kijani Energy')
  await page.getByRole('checkbox', { name: 'item.delivered' }).check()
  const secret = await page.getByLabel('Secret').inputValue()
  await page.getByRole('button', { name: 'Put the webhook' }).click()
  await page.locator('[data-webhook=shop]', { hasText: 'Messages of Kijani Energy · item.delivered' }).waitFor()
  await send(stage.demo, toAmina('Your electricity bill'))
  await page.locator('[data-state=waiting]', { hasText: '1 try: HTTP 503' }).waitFor()
  await stage.demo.call('POST', '/control/v1/clock', { advanceMs: 1_000 })
  const taken = page.locator('[data-state=delivered]')
  await taken.filter({ hasText: '2 tries: HTTP 503, HTTP 200' }).waitFor()
  await page.getByRole('button', { name: 'Send again: item.delivered to shop' }).click()
  await taken.filter({ hasText: '3 tries: HTTP 503, HTTP 200 2×' }).waitFor()
  const program = await page.locator('[data-snippet=check-webhook]').textContent()
  const { isGenuine } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(program ?? '')}`)
  const judged = server.calls.map(({ headers, body }) =>
    [secret, `${secret}x`].map((key) => isGenuine({ secret: key, header: headers['minibell-signature'], body })),
  )
  expect(judged).toEqual([0, 1, 2].map(() => [true, false]))
  expect(new Set(server.calls.map(({ headers }) => headers['minibell-webhook-id'])).size).toBe(1)
  await page.getByRole('button', { name: 'Remove shop' }).click()
  await page.getByText('No server is told yet').waitFor()
  await close()
})

test('MA-20, MA-7: a revision is announced, the clock puts it in force, and signatures are asked for', async () => {
  const { page, close } = await openConsole(stage.browser, `${stage.demo.url}/#/rules?show=announcements`)
  await page.getByText('No revision was announced').waitFor()
  await page.getByText('One message every 3 days').waitFor()
  await page.getByLabel('Version').fill('five-days')
  await page.getByLabel('In force from').fill('soon')
  await page.getByRole('textbox', { name: 'Bulletin', exact: true }).fill('One message every <b>five</b> days.')
  await page.getByRole('button', { name: 'Announce it' }).click()
  await page.getByText('Failed to read the date "soon"').waitFor()
  await page.getByLabel('In force from').fill('2099-01-01T00:00Z')
  await page.getByRole('button', { name: 'Announce it' }).click()
  const row = page.locator('[data-version=five-days]')
  await row.filter({ hasText: 'announced' }).getByText('One message every <b>five</b> days.').waitFor()
  await row.getByRole('button', { name: 'Go there: miniapp five-days' }).click()
  await row.filter({ hasText: 'in force' }).waitFor()
  await page.getByText('One message every 5 days').waitFor()
  await page.getByRole('radio', { name: 'Required' }).check()
  await page.getByText('Signatures: required.').waitFor()
  expect(await send(stage.demo, toAmina('Unsigned'))).toMatchObject({ code: 70007 })
  await close()
})

test('CS-2, WT-2: an account’s quotas, what it sent without consent, and what a person subscribed to', async () => {
  const { page, goTo, close } = await openConsole(stage.browser, `${stage.demo.url}/#/recipients/amina`)
  const jirani = page.locator('[data-sender=jirani]')
  await jirani.getByText('None agreed to').waitFor()
  await jirani.getByLabel('Agree to one message of').selectOption('Water bill payment reminder')
  await jirani.locator('[data-subscription]', { hasText: '1 left' }).waitFor()
  await goTo('#/senders/jirani')
  await page.locator('[data-quota=templates]', { hasText: '0 of 100,000' }).waitFor()
  await page.locator('[data-quota=customer]', { hasText: '0 of 500,000' }).waitFor()
  await page.getByText('would stand here with the circumstance that was stated').waitFor()
  await close()
})

/** Keeps what it is told; the first call meets a bad moment. */
async function developersServer(): Promise<{
  readonly url: string
  readonly calls: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[]
}> {
  const calls: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ headers: request.headers, body })
    response.writeHead(calls.length === 1 ? 503 : 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(
    () => void server.closeAllConnections(),
    () => void server.close(),
  )
  // A bound TCP server has an address of this kind.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, calls }
}
