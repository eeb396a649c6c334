import { type Http, type Socket, type SocketEvents, virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { overBadLine } from './bad-line.ts'

const answer = { status: 200, headers: {}, body: 'ok' }
const request = { method: 'GET', url: '/x' } as const

function line(random: number, isBad: () => boolean) {
  const time = virtualTime()
  const sent: string[] = []
  let far: SocketEvents | undefined
  const http: Http = () => ({ response: Promise.resolve(answer), abort() {} })
  const socket: Socket = (_, events) => {
    far = events
    return { send: (text) => void sent.push(text), close: () => events.closed(1006, '') }
  }
  const host = overBadLine({ http, socket, timers: time, random: () => random }, isBad)
  return { host, time, sent, far: () => far as SocketEvents } // once a socket was opened
}

const heardBy = (): SocketEvents & { readonly heard: string[] } => {
  const heard: string[] = []
  return {
    heard,
    opened: () => void heard.push('opened'),
    received: (text) => void heard.push(text),
    closed: (code) => void heard.push(`closed ${code}`),
  }
}

test('an answer takes 400 ms there and back, and one of eight is lost', async () => {
  const { host, time } = line(0.5, () => true)
  let came = ''
  void host.http(request).response.then(({ body }) => {
    came = body
  })
  await time.advance(399)
  expect(came).toBe('')
  await time.advance(1)
  expect(came).toBe('ok')
  const bad = line(0.1, () => true)
  const lost = expect(bad.host.http(request).response).rejects.toThrow('Lost the answer to GET /x')
  await bad.time.advance(400)
  await lost
})

test('a socket’s frames come late and in order, and it is cut', async () => {
  const { host, time, sent, far } = line(0.5, () => true)
  const events = heardBy()
  const near = host.socket('ws://any.test', events)
  far().opened()
  far().received('one')
  far().received('two')
  near.send('three')
  expect([events.heard, sent]).toEqual([[], []])
  await time.advance(200)
  expect([events.heard, sent]).toEqual([['opened', 'one', 'two'], ['three']])
  await time.advance(15_000)
  expect(events.heard.at(-1)).toBe('closed 1006')
})

test('on a good line everything is as it was', async () => {
  const { host } = line(0, () => false)
  expect((await host.http(request).response).body).toBe('ok')
})
