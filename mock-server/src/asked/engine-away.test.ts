import { expect, vi } from 'vitest'
import { ask as askAt, demo, openPath, sendPath, service, template } from './asked.ts'
import { freshUrl, on, processAt, theRedis } from './processes.ts'

const sent = {
  ...service,
  requestId: 'kept',
  message: { ...service.message, content: 'KSh 1,777 is due on 28 November. Pay by M-Pesa or card.' },
}

on('while the engine is away every dialect answers in its own kind, and the same request is carried on', async () => {
  const mock = await processAt(await freshUrl(), { world: demo })
  const ask = (line: string, body?: unknown) =>
    askAt(mock.fetch, line, { token: 'demo-host-amina', ...(body === undefined ? {} : { body }) })
  const redis = await theRedis()
  await redis.kill()
  const [send, open, account, inbox, control] = [
    await ask(`POST ${sendPath}`, sent),
    await ask(`POST ${openPath}`, template),
    await ask('GET /cgi-bin/token?grant_type=client_credential&appid=wx0000000000000001&secret=a-secret'),
    await ask('GET /delivery/v1/snapshot'),
    await ask('GET /control/v1/persons'),
  ]
  expect(send?.body).toMatchObject({ code: 70009 })
  expect(open?.body).toMatchObject({ result: { resultStatus: 'U', resultCode: 'UNKNOWN_EXCEPTION' } })
  expect(account?.body).toMatchObject({ errcode: -1 })
  expect([inbox?.status, inbox?.body]).toMatchObject([503, { error: { code: 'unavailable' } }])
  expect([control?.status, control?.body]).toMatchObject([503, { error: { code: 'unavailable' } }])
  expect(JSON.stringify(control?.body)).toContain('Failed to keep data in redis://127.0.0.1')

  await redis.start()
  await vi.waitFor(async () => expect((await ask('GET /delivery/v1/snapshot')).status).toBe(200), { timeout: 15_000 })
  const again = [await ask(`POST ${sendPath}`, sent), await ask(`POST ${sendPath}`, sent)]
  expect(again[0]?.body).toMatchObject({ code: 0 })
  expect(again[1]?.body).toEqual(again[0]?.body)
  const inboxNow = JSON.stringify((await ask('GET /delivery/v1/snapshot?max=200')).body)
  expect(inboxNow.split(sent.message.content)).toHaveLength(2)
})
