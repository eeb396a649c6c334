import { readFileSync } from 'node:fs'
import { createMockPlatform, type MockOptions, type MockPlatform } from '../faces/in-process/mock-platform.ts'

/** The demo world, as everybody gets it. */
export const demo: unknown = JSON.parse(readFileSync(new URL('../../worlds/demo.json', import.meta.url), 'utf8'))

export const startAt = 1_772_452_800_000
export const dayMs = 86_400_000

/** A mock of the demo world at 2026-03-02T12:00Z. */
export function demoMock(options: MockOptions = {}): Promise<MockPlatform> {
  return createMockPlatform({ world: demo, startAt, ...options })
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  // A test reads what it expects; a wrong guess fails there.
  // biome-ignore lint/suspicious/noExplicitAny: the body's shape is what is being tested
  readonly body: any
  /** The word of `minibell-verdict`. */
  readonly verdict: string
  /** The row of `minibell-verdict`. */
  readonly row: string
}

export interface Asking {
  /** Text goes out as it is, everything else as JSON. */
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

type Fetch = (input: string, init?: RequestInit) => Promise<Response>

/** One request through a face's `fetch`, its answer read whole. */
export async function ask(fetch: Fetch, line: string, { body, token, headers = {} }: Asking = {}): Promise<Answered> {
  const [method = 'GET', path = '/'] = line.split(' ')
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
  const response = await fetch(path.startsWith('/') ? `http://minibell.test${path}` : path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body), duplex: 'half' }),
  } as RequestInit)
  const text = await response.text()
  const [verdict = '', row = ''] = (response.headers.get('minibell-verdict') ?? '').split('; ')
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : JSON.parse(text),
    verdict,
    row,
  }
}

/** A service message to Amina that every rule lets pass. */
export const service = {
  miniappId: 'mp_kijani',
  uniqueIds: ['u_amina'],
  message: {
    title: 'Your electricity bill for October',
    content: 'KSh 1,240 is due on 28 November. Pay by M-Pesa or card.',
    jumpUrl: 'pages/bill/detail?id=2041',
  },
}

/** A template message to Amina that every rule lets pass. */
export const template = {
  appId: 'P000000000000001soko',
  accessToken: 'demo-token-amina',
  requestId: 'order-7781',
  templateCode: 'TP_ORDER_SHIPPED',
  redirectUrl: 'pages/order/detail?id=7781',
  templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order: '7781', when: 'on Friday' } }],
}

export const sendPath = '/miniapp/v1/messages/send'
export const openPath = '/v2/miniprogram/message/send'
