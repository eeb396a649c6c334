import type { Http } from '@minibell/ports'
import { expect, vi } from 'vitest'
import type { RedisStore } from '../store/redis/index.ts'
import { ask, clock, freshUrl, kill, message, on, processAt, send } from './processes.ts'

/** A developer's server that keeps what it is told. */
function developer(): { readonly http: Http; readonly told: { readonly type: string; readonly id: string }[] } {
  const told: { readonly type: string; readonly id: string }[] = []
  const http: Http = ({ body = '' }) => {
    told.push(JSON.parse(body))
    return { response: Promise.resolve({ status: 204, headers: {}, body: '' }), abort: () => undefined }
  }
  return { http, told }
}

const hook = { id: 'shop', url: 'https://shop.test/hook', secret: 'a-secret-of-the-shop' }

/** Something else than the store happens where deliveries to webhooks are kept. */
const keeping =
  (instead: (keep: () => ReturnType<RedisStore['commit']>) => ReturnType<RedisStore['commit']>) =>
  (store: RedisStore): RedisStore => ({
    ...store,
    commit: (commit) =>
      commit.partition === 'room/webhooks' ? instead(() => store.commit(commit)) : store.commit(commit),
  })

on.each(['withdrawn', 'expired'] as const)(
  'an item that was %s by a process that died before it could tell is told to webhooks by another',
  async (how) => {
    const url = await freshUrl()
    let die = (): void => undefined
    const died = new Promise<void>((resolve) => {
      die = resolve
    })
    const over = keeping(() => {
      die()
      return new Promise(() => undefined)
    })
    const first = await processAt(url, { over })
    await first.platform.tenant.putWebhook({ ...hook, events: [`item.${how}`] })
    const expiresAt = clock.now() + 500
    const sent = await first.platform.sends.sendService({
      sender: 'm0',
      recipientIds: ['p0'],
      content: message,
      ...(how === 'expired' && { expiresAt }),
    })
    const outcome = 'outcomes' in sent && sent.outcomes[0]?.outcome
    const itemId = outcome && 'itemId' in outcome ? outcome.itemId : ''
    if (how === 'withdrawn') void ask(first, `POST /control/v1/items/${itemId}/withdraw`)
    await died
    await kill(first)
    const { http, told } = developer()
    await processAt(url, { http })
    await vi.waitFor(() => expect(told).toMatchObject([{ type: `item.${how}`, itemId }]), { timeout: 15_000 })
  },
)

on('receipts that could not be kept for webhooks are not acknowledged, and told when they come again', async () => {
  let isAway = true
  const over = keeping(async (keep) => {
    if (isAway) throw new Error('away')
    return keep()
  })
  const { http, told } = developer()
  const mock = await processAt(await freshUrl(), { http, over })
  await mock.platform.tenant.putWebhook({ ...hook, events: ['receipt.read'] })
  const itemId = (await send(mock, 'p0')).json.data?.results[0]?.itemId
  const receipts = [{ receiptId: 'r1', kind: 'read', itemId, agoMs: 0 }]
  const receive = () => ask(mock, 'POST /delivery/v1/receipts', { deviceId: 'd', receipts })
  expect((await receive()).status).toBe(500)
  isAway = false
  expect((await receive()).json).toMatchObject({ accepted: ['r1'] })
  await vi.waitFor(() => expect(told).toMatchObject([{ type: 'receipt.read', itemId }]))
})
