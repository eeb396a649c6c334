import { expect, test } from 'vitest'
import type { Wire } from '../api/delivery/socket/wire.ts'
import { ask, dayMs, demo, demoMock, openPath, sendPath, service, startAt, template } from './asked.ts'
import { greeted, live, settled } from './recorded-socket.ts'

const kinds = (frames: readonly { readonly type: string }[]) => frames.map(({ type }) => type)

test('DL-4: greets, resumes, goes live', async () => {
  const mock = await demoMock()
  const phone = await live(mock.socket, 'demo-host-amina')
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  await settled()
  expect(kinds(phone.frames)).toEqual(['hello', 'resumed', 'batch'])
  const [hello, resumed, batch] = phone.frames
  expect(hello).toEqual({
    type: 'hello',
    protocol: 1,
    epoch: expect.any(String),
    base: expect.any(Number),
    top: expect.any(Number),
    pingMs: 25_000,
    serverAt: startAt,
  })
  expect(resumed).toMatchObject({ recovered: false, changes: [] })
  expect(batch).toMatchObject({
    from: resumed?.type === 'resumed' ? resumed.top : undefined,
    changes: [{ type: 'senderChanged' }, { type: 'added', item: { message: { title: service.message.title } } }],
  })
})

test('DL-4: what was missed comes in resumed, and nothing twice', async () => {
  const mock = await demoMock()
  const first = await live(mock.socket, 'demo-host-amina')
  const hello = first.frames[0]
  if (hello?.type !== 'hello') throw new Error('there is no hello')
  first.close()
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const phone = await live(mock.socket, 'demo-host-amina', { epoch: hello.epoch, offset: hello.top })
  await ask(mock.fetch, `POST ${openPath}`, { body: template })
  await settled()
  const offsets = phone.frames.flatMap((frame) => ('changes' in frame ? frame.changes.map(({ offset }) => offset) : []))
  expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b))
  expect(kinds(phone.frames)).toEqual(['hello', 'resumed', 'batch'])
  expect(phone.frames[1]).toMatchObject({ recovered: true, from: hello.top })
})

test('DL-1: the token may come as a header, and then not again', async () => {
  const mock = await demoMock()
  const said: string[] = []
  let hear: (data: unknown) => void = () => undefined
  const wire: Wire = {
    url: '/delivery/v1/socket?x=1',
    headers: { authorization: 'Bearer demo-host-amina' },
    send: (text) => void said.push(JSON.parse(text).type),
    close: (code) => void said.push(String(code)),
    onMessage(listener) {
      hear = listener
    },
    onClose: () => undefined,
  }
  mock.routes.attach(wire)
  await settled()
  expect(said).toEqual(['hello'])
  hear('{"type":"auth","token":"demo-host-amina"}')
  await settled()
  expect(said).toEqual(['hello', 'bye', '4400'])
})

test('DL-1: a scoped socket gets ranges without what it may not see', async () => {
  const mock = await demoMock()
  const phone = await live(mock.socket, 'demo-kijani-amina')
  await ask(mock.fetch, `POST ${openPath}`, { body: template })
  await settled()
  expect(kinds(phone.frames)).toEqual(['hello', 'resumed', 'batch'])
  expect(phone.frames[2]).toMatchObject({ changes: [] })
  expect(JSON.stringify(phone.frames)).not.toContain('soko')
})

test('X-2: every greeted socket hears of time travel', async () => {
  const mock = await demoMock()
  const phone = await greeted(mock.socket, 'demo-host-amina')
  await mock.clock.advance({ days: 1 })
  expect(phone.frames.slice(1)).toEqual([{ type: 'clock', serverAt: startAt + dayMs }])
})

test('DL-5: receipts are answered one by one and told to other devices', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const { items } = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  const other = await live(mock.socket, 'demo-kijani-amina')
  const phone = await greeted(mock.socket, 'demo-host-amina')
  const good = { receiptId: 'r1', kind: 'opened', itemId: items[0].item.id, agoMs: 3 }
  phone.sayText(
    JSON.stringify({
      type: 'receipts',
      deviceId: 'phone',
      receipts: [good, { ...good, receiptId: 'r2', kind: 'loved' }, { ...good, receiptId: 'r3', itemId: 'none' }],
    }),
  )
  await settled()
  expect(phone.frames.at(-1)).toEqual({
    type: 'receipted',
    accepted: ['r1'],
    refused: expect.arrayContaining([
      { receiptId: 'r3', code: 'unknown-item' },
      { receiptId: 'r2', code: 'malformed' },
    ]),
  })
  expect(other.frames.at(-1)).toMatchObject({ type: 'batch', changes: [{ type: 'marked', kind: 'opened' }] })
})

test('ping is answered by pong, in order', async () => {
  const mock = await demoMock()
  const phone = await greeted(mock.socket, 'demo-host-amina')
  phone.say({ type: 'ping' })
  phone.say({ type: 'resume', epoch: '', offset: 0, deviceId: 'phone' })
  phone.say({ type: 'ping' })
  await settled()
  expect(kinds(phone.frames)).toEqual(['hello', 'pong', 'resumed', 'pong'])
})

test('another world: seeded sessions go on in the new epoch, others end', async () => {
  const mock = await demoMock()
  const seeded = await live(mock.socket, 'demo-host-amina')
  const opened = await live(mock.socket, await mock.session({ person: 'amina' }))
  expect((await ask(mock.fetch, 'PUT /control/v1/world', { body: demo })).status).toBe(200)
  await settled()
  expect(opened.end()).toEqual([4401, 'unauthorized'])
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  await settled()
  const epochs = seeded.frames.flatMap((frame) => ('epoch' in frame ? [frame.epoch] : []))
  expect(seeded.end()).toBeUndefined()
  expect(String(epochs.at(-1)) > String(epochs[0])).toBe(true)
})
