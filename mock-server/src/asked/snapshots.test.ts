import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../faces/server/index.ts'
import { snapshotFolder } from '../faces/server/snapshot-folder.ts'
import { ask, demoMock, sendPath, service } from './asked.ts'

const send = `POST ${sendPath}`

test('a world kept by name comes back with inboxes, uses and clock', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, send, { body: service })
  const kept = await mock.platform.worlds.export()
  expect(await ask(mock.fetch, 'PUT /control/v1/snapshots/one-sent')).toMatchObject({ body: { name: 'one-sent' } })
  await mock.clock.advance({ days: 4 })
  await ask(mock.fetch, send, { body: service })
  expect((await ask(mock.fetch, 'POST /control/v1/snapshots/one-sent/restore')).status).toBe(200)
  const { state, ...world } = await mock.platform.worlds.export()
  const { state: keptState, ...keptWorld } = kept
  expect(world).toEqual(keptWorld)
  expect((state as { partitions: unknown }).partitions).toEqual((keptState as { partitions: unknown }).partitions)
  expect((await ask(mock.fetch, send, { body: service })).body.code).toBe(70013)
})

test('snapshots are listed, replaced and deleted; others are 404, bad names 400', async () => {
  const { fetch } = await demoMock()
  for (const name of ['b', 'a', 'b']) await ask(fetch, `PUT /control/v1/snapshots/${name}`)
  expect((await ask(fetch, 'GET /control/v1/snapshots')).body).toEqual({ snapshots: ['a', 'b'] })
  expect((await ask(fetch, 'DELETE /control/v1/snapshots/a')).status).toBe(200)
  expect((await ask(fetch, 'DELETE /control/v1/snapshots/a')).status).toBe(404)
  expect((await ask(fetch, 'POST /control/v1/snapshots/a/restore')).status).toBe(404)
  for (const name of ['%2e%2e%2fetc', '.hidden', 'x'.repeat(65), '%00'])
    expect((await ask(fetch, `PUT /control/v1/snapshots/${name}`)).status).toBe(400)
  expect((await ask(fetch, 'GET /control/v1/snapshots')).body).toEqual({ snapshots: ['b'] })
})

test('there is an end to how many are kept', async () => {
  const { fetch } = await demoMock()
  for (let at = 0; at < 100; at += 1) await ask(fetch, `PUT /control/v1/snapshots/s${at}`)
  expect((await ask(fetch, 'PUT /control/v1/snapshots/more')).status).toBe(409)
  expect((await ask(fetch, 'PUT /control/v1/snapshots/s7')).status).toBe(200)
})

test('a folder of snapshots outlives the server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-snapshots-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { platform } = await demoMock()
  const ask1 = async (line: string) => {
    const server = await listen(platform, { port: 0, snapshots: snapshotFolder(join(folder, 'deep')) })
    const [method, path] = line.split(' ')
    const answer = await ask(fetch, `${method} ${server.url}${path}`)
    await server.close()
    return answer
  }
  expect((await ask1('GET /control/v1/snapshots')).body).toEqual({ snapshots: [] })
  expect((await ask1('PUT /control/v1/snapshots/kept')).status).toBe(200)
  expect((await ask1('GET /control/v1/snapshots')).body).toEqual({ snapshots: ['kept'] })
  expect((await ask1('POST /control/v1/snapshots/kept/restore')).status).toBe(200)
  expect((await ask1('DELETE /control/v1/snapshots/kept')).status).toBe(200)
  expect((await ask1('POST /control/v1/snapshots/kept/restore')).status).toBe(404)
})
