import { describe, expect, vi } from 'vitest'
import { demo, sendPath, service, startAt } from '../../asked/asked.ts'
import { createMockPlatform } from '../../faces/in-process/mock-platform.ts'
import { type MockTest, mockTest } from './index.ts'

const test: MockTest = mockTest({ world: demo, startAt })
const url = `http://platform.test${sendPath}`
const send = { method: 'POST', body: JSON.stringify(service) }

test('MA-3: a refusal and a delivery are told by matchers', async ({ mock }) => {
  const first = await mock.fetch(url, send)
  expect(first).not.toBeRefusedFor('MA-3')
  expect(await mock.fetch(url, send)).toBeRefusedFor('MA-3')
  await expect(mock).toHaveDelivered({ to: 'amina', from: 'kijani', title: service.message.title, times: 1 })
  await expect(mock).not.toHaveDelivered({ to: 'amina', from: 'soko' })
})

test('each test has a world of its own', async ({ mock }) => {
  await expect(mock).toHaveDelivered({ to: 'amina', times: 0 })
  expect((await mock.fetch(url, send)).headers.get('minibell-verdict')).toMatch(/^ok/)
})

test('a failed matcher prints verdict and hint', async ({ mock }) => {
  await mock.fetch(url, send)
  const again = await mock.fetch(url, send)
  expect(() => expect(again).toBeRefusedFor('MA-4')).toThrow(
    /Expected a refusal by MA-4, but MA-3 spoke:[\s\S]*received {2}[\s\S]*hint {6}/,
  )
  expect(() => expect(again).not.toBeRefusedFor('MA-3')).toThrow(/anything but a refusal by MA-3[\s\S]*hint/)
  const wanted = expect(mock).toHaveDelivered({ to: 'amina', title: 'Another' })
  await expect(wanted).rejects.toThrow(
    /The inbox of amina holds 1:\n {2}kijani: Your electricity bill[\s\S]*The last refusal:\nMA-3: [\s\S]*hint/,
  )
})

test('answers of the Http port and outcomes of the platform are read as well', async ({ mock }) => {
  const post = { method: 'POST', url: sendPath, body: send.body, timeoutMs: 1_000 } as const
  expect(await mock.http(post).response).not.toBeRefusedFor('MA-3')
  expect(await mock.http(post).response).toBeRefusedFor('MA-3')
  const { message, uniqueIds } = service
  const sent = await mock.platform.sends.sendService({ sender: 'kijani', recipientIds: uniqueIds, content: message })
  expect('outcomes' in sent && sent.outcomes[0]?.outcome).toBeRefusedFor('MA-3')
  const whole = await mock.platform.sends.sendService({ sender: 'safari', recipientIds: uniqueIds, content: message })
  expect(whole).toBeRefusedFor('MA-6')
  expect(() => expect(7).toBeRefusedFor('MA-3')).toThrow(/carries no verdict/)
})

test('a person who does not exist is told', async ({ mock }) => {
  await expect(expect(mock).toHaveDelivered({ to: 'nobody' })).rejects.toThrow(/there is no person "nobody"/)
})

mockTest()('without options the world is empty', async ({ mock }) => {
  expect(await mock.platform.directory.senders()).toEqual([])
})

describe('clock: system', () => {
  const systemTest = mockTest({ world: demo, clock: 'system' })

  systemTest('follows fake timers, wall time and expiries alike', async ({ mock }) => {
    vi.useFakeTimers({ now: startAt })
    try {
      expect(mock.clock.now()).toBe(startAt)
      await mock.platform.directory.recordUse({ person: 'amina', sender: 'kijani' })
      await mock.fetch(url, send)
      expect(await mock.fetch(url, send)).toBeRefusedFor('MA-3')
      await vi.advanceTimersByTimeAsync(3 * 86_400_000)
      expect(mock.clock.now()).toBe(startAt + 3 * 86_400_000)
      expect(await mock.fetch(url, send)).not.toBeRefusedFor('MA-3')
    } finally {
      vi.useRealTimers()
    }
  })
})

test('a fresh world leaves no timer', async () => {
  const busy = process.getActiveResourcesInfo()
  for (let at = 0; at < 100; at += 1) (await createMockPlatform({ world: demo })).close()
  const left = process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP|Pipe/.test(kind))
  expect(left.length).toBeLessThanOrEqual(busy.filter((kind) => /Timeout|TCP|Pipe/.test(kind)).length)
})
