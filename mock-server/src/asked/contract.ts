import { ask, openPath, sendPath, service, template } from './asked.ts'

/** One face of a mock of the demo world, as a client of any kind meets it. */
export interface Face {
  /** The runner's; what is here is no test by itself. */
  readonly expect: Expect
  fetch(url: string, init?: RequestInit): Promise<Response>
  /** Without a slash at the end. */
  readonly origin: string
  /** The face's own class, or Node's. */
  readonly WebSocket: typeof WebSocket
}

/** The same few steps on every face: send, refusal, time travel, a live socket, receipts, garbage, wrong methods. */
export async function contract({ expect, fetch, origin, WebSocket }: Face): Promise<void> {
  const at = (line: string) => line.replace(' ', ` ${origin}`)
  const socket = listenTo(new WebSocket(`${origin.replace(/^http/, 'ws')}/delivery/v1/socket`))
  socket.say({ type: 'auth', token: 'demo-host-amina' })
  await socket.next('hello')
  socket.say({ type: 'resume', epoch: '', offset: 0, deviceId: 'phone' })
  await socket.next('resumed')

  const sent = await ask(fetch, at(`POST ${sendPath}`), { body: service })
  expect(sent).toMatchObject({ status: 200, verdict: 'ok', body: { code: 0 } })
  const batch = await socket.next('batch')
  const itemId = sent.body.data.results[0].itemId
  expect(JSON.stringify(batch)).toContain(itemId)

  expect(await ask(fetch, at(`POST ${sendPath}`), { body: service })).toMatchObject({
    verdict: 'MA-3',
    body: { code: 70013 },
  })
  await ask(fetch, at('POST /control/v1/clock'), { body: { advanceMs: 3 * 86_400_000 } })
  expect((await socket.next('clock'))['serverAt']).toEqual(expect.any(Number))
  expect((await ask(fetch, at(`POST ${sendPath}`), { body: service })).body.code).toBe(0)
  expect((await ask(fetch, at(`POST ${openPath}`), { body: template })).body.result.resultStatus).toBe('S')

  socket.say({ type: 'receipts', deviceId: 'phone', receipts: [{ receiptId: 'r', kind: 'opened', itemId, agoMs: 0 }] })
  expect((await socket.next('receipted'))['accepted']).toEqual(['r'])
  const snapshot = await ask(fetch, at('GET /delivery/v1/snapshot?max=10'), { token: 'demo-host-amina' })
  expect(snapshot.body.counts).toEqual({ total: 3, unseen: 2, unread: 2 })

  expect(await ask(fetch, at(`POST ${sendPath}`), { body: '{"miniappId":' })).toMatchObject({
    status: 200,
    body: { code: 70009 },
  })
  expect(await ask(fetch, at(`GET ${sendPath}`))).toMatchObject({ status: 405 })
  const large = JSON.stringify({ x: 'x'.repeat(1_000_000) })
  expect(await ask(fetch, at('POST /delivery/v1/uses'), { body: large, token: 'demo-host-amina' })).toMatchObject({
    status: 413,
  })

  socket.sayText('garbage')
  expect((await socket.next('bye'))['code']).toBe('malformed')
  expect(await socket.closed).toBe(4400)
}

interface Expect {
  (
    value: unknown,
  ): {
    toBe(wanted: unknown): void
    toEqual(wanted: unknown): void
    toMatchObject(wanted: object): void
    toContain(wanted: unknown): void
  }
  any(kind: unknown): unknown
}

type Frame = Readonly<Record<string, unknown>>

/** Frames are awaited, never slept for; the runner's own time-out is the patience. */
function listenTo(socket: WebSocket) {
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  const opened = new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()))
  socket.addEventListener('message', ({ data }) => {
    frames.push(JSON.parse(String(data)))
    for (const look of [...waiting]) look()
  })
  return {
    closed: new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code))),
    say: (frame: Frame) => void opened.then(() => socket.send(JSON.stringify(frame))),
    sayText: (text: string) => void opened.then(() => socket.send(text)),
    next: (type: string) =>
      new Promise<Frame>((resolve) => {
        const look = () => {
          const found = frames.findIndex((frame) => frame['type'] === type)
          if (found < 0) return
          waiting.delete(look)
          resolve(frames.splice(found, 1)[0] ?? {})
        }
        waiting.add(look)
        look()
      }),
  }
}
