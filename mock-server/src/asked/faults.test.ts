import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { createRoutes } from '../api/routes.ts'
import { inProcess } from '../faces/in-process/in-process.ts'
import type { Platform } from '../platform/platform.ts'
import { ask, demoMock, openPath, sendPath, service, template } from './asked.ts'
import { record, settled } from './recorded-socket.ts'

const broken = () => {
  throw new Error('the store is on fire')
}

/** The demo's platform with parts of it broken, and what was reported. */
async function brokenMock(parts: (platform: Platform) => Partial<Platform>) {
  const mock = await demoMock()
  const reported: unknown[] = []
  const platform = { ...mock.platform, ...parts(mock.platform) }
  const report = (error: unknown, context: string) => void reported.push([String(error), context])
  const routes = createRoutes(platform, { timers: virtualTime(), report })
  return { mock, reported, ...inProcess(routes) }
}

test('a bug is a 500 in the words of each dialect, a row, and reported', async () => {
  const { fetch, reported, mock } = await brokenMock(({ directory, delivery }) => ({
    directory: { ...directory, senderByWireId: broken, persons: broken },
    delivery: { ...delivery, session: broken },
  }))
  const answers = [
    await ask(fetch, `POST ${sendPath}`, { body: service }),
    await ask(fetch, `POST ${openPath}`, { body: { ...template, extendInfo: 'kept' } }),
    await ask(fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' }),
    await ask(fetch, 'GET /control/v1/persons'),
  ]
  for (const { status, verdict, row } of answers) {
    expect([status, verdict]).toEqual([500, 'failed'])
    expect(mock.platform.journal.row(row)).toMatchObject({
      status: 500,
      summary: expect.stringContaining('the store is on fire'),
    })
  }
  expect(answers.map(({ body }) => body)).toMatchObject([
    { code: 70009 },
    {
      result: {
        resultStatus: 'U',
        resultCode: 'UNKNOWN_EXCEPTION',
        resultMessage: 'An API calling is failed, which is caused by unknown reasons.',
      },
    },
    { error: { code: 'failed' } },
    { error: { code: 'failed' } },
  ])
  expect(reported).toEqual([
    ['Error: the store is on fire', `POST ${sendPath}`],
    ['Error: the store is on fire', `POST ${openPath}`],
    ['Error: the store is on fire', 'GET /delivery/v1/snapshot'],
    ['Error: the store is on fire', 'GET /control/v1/persons'],
  ])
})

test('even a journal that fails does not keep the answer back', async () => {
  const { fetch } = await brokenMock(({ journal }) => ({ journal: { ...journal, write: broken } }))
  const response = await fetch(`http://minibell.test${sendPath}`, { method: 'POST', body: '' })
  expect(response.status).toBe(500)
  expect(await response.text()).toMatch(/^Failed to answer: a bug of the mock platform/)
})

test('a bug behind a socket ends it as closing, reported', async () => {
  const { socket, reported } = await brokenMock(({ delivery }) => ({ delivery: { ...delivery, position: broken } }))
  const phone = record(socket)
  await settled()
  phone.say({ type: 'auth', token: 'demo-host-amina' })
  await settled()
  expect(phone.end()).toEqual([1001, 'closing'])
  expect(reported).toEqual([['Error: the store is on fire', 'delivery socket']])
})

test('a body that breaks off is malformed, not a bug', async () => {
  const { fetch, reported } = await brokenMock(() => ({}))
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"miniappId":')),
    pull: (controller) => controller.error(new Error('gone')),
  })
  const answer = await ask(fetch, `POST ${sendPath}`, { body })
  expect(answer).toMatchObject({ status: 200, body: { code: 70009, message: expect.stringContaining('cut off') } })
  expect(reported).toEqual([])
})
