import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import type { Json } from '../../json.ts'
import { accepted, refused, sendText } from '../../requests.ts'
import type { Table } from '../../table.ts'

const ma16 = statement('MA-16')

const ordinary: readonly string[] = [
  'Write to desk@tide.example or call +254 20 271 9000.',
  'The file statement-nov.pdf is ready; download it on the page.',
  'Dr. A.Mohamed sees you at 9.30 a.m. on 3.12.2026.',
  'Nothing to install: open the mini-program.',
]

for (const content of ordinary)
  ma16.accepts(content, async (table) => {
    accepted(await sendText(table, { content }))
  })

ma16.accepts('a page of the mini-program, whatever its query asks', async (table) => {
  accepted(await sendText(table, { jumpUrl: 'pages/bill/detail?id=7&from=message' }))
})

const links: readonly string[] = [
  'See https://tide.example/pay',
  'See www.tide.example today',
  'Pay at tide-pay.com now',
  'Pay at tide dot com',
  'Pay at tide . com',
  'Open tel:+254711222333',
]

for (const content of links)
  ma16.refuses(`MA-16.link: ${content}`, async (table) => {
    refused(await sendText(table, { content }), 70002, 'MA-16.link')
  })

const downloads: readonly string[] = [
  'Download our app from the Play Store',
  'Our new app is here. Install it now and earn a bonus',
  'Install tide.apk to go on',
  '下载我们的应用，领取红包',
]

for (const content of downloads)
  ma16.refuses(`MA-16.download: ${content}`, async (table) => {
    refused(await sendText(table, { content }), 70002, 'MA-16.download')
  })

ma16.refuses('MA-16.jump: a page that shows a website', async (table) => {
  await declareSite(table)
  refused(await sendText(table, { jumpUrl: 'pages/site/view' }), 70002, 'MA-16.jump')
})

ma16.refuses('MA-16.jump: a query that carries an address', async (table) => {
  refused(await sendText(table, { jumpUrl: 'pages/bill/detail?next=https%3A%2F%2Ftide.example' }), 70002, 'MA-16.jump')
})

async function declareSite(table: Table): Promise<void> {
  const tide = (await table.get('/control/v1/senders/tide')).body
  const pages = [
    { path: 'pages/home/index', title: 'Home', tab: true },
    { path: 'pages/site/view', title: 'Site', kind: 'web-view' },
  ]
  const record = { ...(tide as { readonly [key: string]: Json }), pages }
  equal((await table.put('/control/v1/senders/tide', record)).status, 200, 'status of declaring pages')
}

export const leadingAway = ma16.cases
