import { expect, test } from 'vitest'
import { ask, demoMock, sendPath, service } from '../../asked/asked.ts'
import { settled } from '../../asked/recorded-socket.ts'
import { metricsText } from './metrics-text.ts'
import { tally } from './tally.ts'

test('text of metrics is escaped as the format asks', () => {
  const samples = [{ labels: { rule: 'a"b\\c\nd', dialect: 'x' }, value: 2 }, { value: 0.5 }]
  expect(metricsText([{ name: 'm_total', help: 'Two\nlines \\ "q".', type: 'counter', samples }])).toBe(
    '# HELP m_total Two\\nlines \\\\ "q".\n# TYPE m_total counter\nm_total{rule="a\\"b\\\\c\\nd",dialect="x"} 2\nm_total 0.5\n',
  )
})

test('series are bounded whatever clients say', () => {
  const counts = tally('word')
  for (let n = 0; n < 2_000; n += 1) counts.add([String(n)])
  counts.add(['7'])
  const samples = counts.samples()
  expect(samples).toHaveLength(501)
  expect(samples[7]).toEqual({ labels: { word: '7' }, value: 2 })
  expect(samples.at(-1)).toEqual({ labels: { word: 'other' }, value: 1_500 })
})

test('counts requests, recipients by rule, items, receipts, sockets and webhooks', async () => {
  const http = () => ({ response: Promise.resolve({ status: 503, headers: {}, body: '' }), abort: () => undefined })
  const mock = await demoMock({ http })
  await mock.platform.tenant.putWebhook({ id: 'w', url: 'http://w.test', secret: 'sixteen-and-more' })
  const body = { ...service, uniqueIds: ['u_amina', 'u_nobody'] }
  const sent = await ask(mock.fetch, `POST ${sendPath}`, { body })
  const { itemId } = sent.body.data.results[0]
  await ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, miniappId: 'none' } })
  const receipts = [{ receiptId: 'r', kind: 'seen', itemId, agoMs: 0 }]
  const token = await mock.session({ person: 'amina' })
  await ask(mock.fetch, 'POST /delivery/v1/receipts', { token, body: { deviceId: 'd', receipts } })
  const stop = mock.routes.attach({
    url: '/delivery/v1/socket',
    headers: {},
    send: () => undefined,
    close: () => undefined,
    onMessage: () => undefined,
    onClose: () => undefined,
    bufferedAmount: () => 0,
  })
  await settled()
  const lines = metricsText(mock.routes.metrics()).split('\n')
  for (const line of [
    'minibell_requests_total{dialect="miniapp",verdict="ok"} 1',
    'minibell_requests_total{dialect="delivery",verdict="ok"} 1',
    'minibell_sends_total{dialect="miniapp",outcome="accepted",rule="ok"} 1',
    'minibell_inbox_changes_total{change="added"} 1',
    'minibell_receipts_total{kind="seen"} 1',
    'minibell_outbound_total{outcome="5xx"} 2',
    'minibell_sockets 1',
    'minibell_webhooks_waiting 2',
  ])
    expect(lines).toContain(line)
  const refused = lines.filter((line) => line.startsWith('minibell_sends_total{dialect="miniapp",outcome="refused"'))
  expect(refused).toHaveLength(2)
  stop()
  mock.close()
  expect(metricsText(mock.routes.metrics())).toContain('minibell_sockets 0\n')
})
