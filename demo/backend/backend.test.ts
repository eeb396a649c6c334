import type { Http, HttpRequest } from '@minibell/ports'
import { virtualTime } from '@minibell/ports'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startBackend } from './backend.ts'
import { shopInbox } from './inbox.ts'

/** The real backend on a port of its own, and inboxes on it whose polls are moved by hand. */
async function shop() {
  const backend = await startBackend({ port: 0, tokens: { 'token-amina': 'amina', 'token-moussa': 'moussa' } })
  onTestFinished(backend.close)
  const { url } = backend
  const asked: HttpRequest[] = []
  const http: Http = (request) => {
    asked.push(request)
    const { url: to, ...init } = request
    const response = fetch(to, init).then(async (answer) => ({
      status: answer.status,
      headers: {},
      body: await answer.text(),
    }))
    return { response, abort() {} }
  }
  const call = (method: string, path: string, body?: unknown, token = 'token-amina') =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const notify = async (headline: string, token?: string): Promise<string> => {
    const answer = await call('POST', '/notifications', { headline, text: 'KSh 1,240.', link: 'bill?id=2041' }, token)
    expect(answer.status).toBe(201)
    return (await answer.json()).id
  }
  const inbox = (person = 'amina') => {
    const time = virtualTime({ startAt: Date.now() })
    const reported: unknown[] = []
    const report = (error: unknown): void => void reported.push(error)
    const host = { http, clock: time, timers: time, random: () => 0.5, report }
    const made = shopInbox(host, { url, person, token: `token-${person}` })
    onTestFinished(made.start())
    return { time, inbox: made, reported }
  }
  return { url, call, notify, inbox, asked }
}

test('X-9: an inbox on a list that knows nothing of inboxes: arrival, counts, read on both sides, a reload', async () => {
  const { notify, inbox, call, asked } = await shop()
  await notify('Your bill for September')
  const one = inbox()
  await vi.waitFor(() =>
    expect(one.inbox.getSnapshot()).toMatchObject({ length: 1, unread: 1, status: { phase: 'live' } }),
  )
  expect(one.inbox.getSnapshot().senders).toMatchObject([{ id: 'shop', name: 'The shop' }])
  const received: string[] = []
  one.inbox.on('received', (items) => received.push(...items.map(({ message }) => message.title ?? '')))
  const id = await notify('Your bill for October')
  await one.time.advance(15_000)
  await vi.waitFor(() => expect(received).toEqual(['Your bill for October']))
  expect(one.inbox.getSnapshot().at(0)).toMatchObject({
    id,
    message: { jump: { kind: 'page', sender: 'shop', path: 'pages/bill', query: { id: '2041' } } },
  })
  one.inbox.markRead([id])
  expect(one.inbox.getSnapshot().unread).toBe(1)
  await one.time.advance(500)
  await vi.waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true))
  await vi.waitFor(async () => {
    const { notifications } = await (await call('GET', '/notifications')).json()
    expect(notifications.map(({ read }: { read: boolean }) => read)).toEqual([true, false])
  })
  const reloaded = inbox()
  await vi.waitFor(() => expect(reloaded.inbox.getSnapshot()).toMatchObject({ length: 2, unread: 1 }))
  expect([one.reported, reloaded.reported]).toEqual([[], []])
})

test('X-9: one person never sees the list of another', async () => {
  const { notify, inbox } = await shop()
  await notify('For Moussa', 'token-moussa')
  const amina = inbox()
  await vi.waitFor(() => expect(amina.inbox.getSnapshot().status.phase).toBe('live'))
  expect(amina.inbox.getSnapshot().length).toBe(0)
})

test.each([
  ['GET', '/notifications', undefined, 'nobody', 401],
  ['GET', '/notifications', undefined, 'constructor', 401],
  ['GET', '/nothing', undefined, 'token-amina', 404],
  ['DELETE', '/notifications', undefined, 'token-amina', 405],
  ['POST', '/notifications', 'no JSON', 'token-amina', 400],
  ['POST', '/notifications', { headline: 'alone' }, 'token-amina', 400],
  ['POST', '/notifications', `"${'x'.repeat(70_000)}"`, 'token-amina', 400],
  ['PUT', '/notifications/n-9/read', undefined, 'token-amina', 404],
] as const)('the list refuses %s %s %s of %s with %i', async (method, path, body, token, status) => {
  const { call } = await shop()
  expect((await call(method, path, body, token)).status).toBe(status)
})
