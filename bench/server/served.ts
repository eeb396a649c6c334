import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlatform, memoryStore, type StorePort } from '@minibell/mock'
import { listen, realClock, realTimers } from '@minibell/mock/server'
import { miniappContentRules } from '@minibell/rules'
import { answer, messageOf, type Size, sendOf, worldOf } from './world.ts'

// One server in a process of its own: `served.ts KIND SENDERS PERSONS SESSIONS`. It tells its port, then its use of the processor whenever asked.

const [kind = '', senders = '1', persons = '1', sessions = '1'] = process.argv.slice(2)
const size: Size = { senders: Number(senders), persons: Number(persons), sessions: Number(sessions) }

const kinds: Readonly<Record<string, () => Promise<number>>> = {
  echo,
  fastify,
  'minibell-memory': () => minibell(memoryStore()),
  'minibell-sqlite': durable,
  ws: bareSockets,
  'in-process': async () => 0,
}

const port = await (kinds[kind] ?? unknown)()
process.send?.({ port })
process.on('message', (asked: Asked) => void answerTo(asked))
process.on('disconnect', () => process.exit())

interface Asked {
  readonly sends?: readonly [from: number, to: number]
  readonly texts?: readonly [from: number, to: number]
  /** A collection costs time of its own, so it happens only where the heap is asked for. */
  readonly collect?: true
}

async function answerTo({ sends, texts, collect }: Asked): Promise<void> {
  if (sends) await sendInProcess(sends)
  if (texts) judgeTexts(texts)
  if (collect) globalThis.gc?.()
  process.send?.({ cpu: process.cpuUsage(), heap: process.memoryUsage().heapUsed })
}

function unknown(): never {
  throw new Error(`Failed to serve "${kind}": there is no such server. Give one of ${Object.keys(kinds).join(', ')}.`)
}

function up(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}

/** The least that reads and writes JSON. */
async function echo(): Promise<number> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      const text = JSON.stringify(answer)
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      })
      response.end(text)
    })
  })
  return up(server)
}

async function fastify(): Promise<number> {
  const { default: make } = await import('fastify')
  const text = { type: 'string', minLength: 1 } as const
  const message = { type: 'object', properties: { title: text, content: text, jumpUrl: text } } as const
  const result = {
    type: 'object',
    properties: { uniqueId: text, code: { type: 'integer' }, message: text, itemId: text },
  } as const
  const app = make()
  app.post('/miniapp/v1/messages/send', {
    schema: {
      body: {
        type: 'object',
        required: ['miniappId', 'uniqueIds', 'message'],
        properties: { requestId: text, miniappId: text, uniqueIds: { type: 'array', items: text }, message },
      },
      response: {
        200: {
          type: 'object',
          properties: {
            code: { type: 'integer' },
            message: text,
            data: { type: 'object', properties: { messageId: text, results: { type: 'array', items: result } } },
          },
        },
      },
    },
    handler: async () => answer,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

async function platformOn(store: StorePort) {
  return createPlatform({ store, clock: realClock, timers: realTimers, world: worldOf(size) })
}

async function minibell(store: StorePort): Promise<number> {
  return (await listen(await platformOn(store), { port: 0 })).port
}

async function durable(): Promise<number> {
  const { openSqliteStore } = await import('@minibell/mock/sqlite')
  const folder = mkdtempSync(join(tmpdir(), 'minibell-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return minibell(openSqliteStore(folder))
}

/** Whatever is posted goes to every socket, as a frame of the platform's size. */
async function bareSockets(): Promise<number> {
  const { WebSocketServer } = await import('ws')
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { content } = { content: `KSh 1 is due on 28 November. Pay by M-Pesa or card. ${'x'.repeat(330)}` }
      const frame = JSON.stringify({
        type: 'batch',
        epoch: '0mb6c0k8g0000',
        from: 0,
        to: 1,
        changes: [{ type: 'added', content }],
      })
      for (const socket of sockets.clients) socket.send(frame)
      response.end('{"code":0}')
    })
  })
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('message', () => undefined)
    socket.send('{"type":"hello"}')
  })
  return up(server)
}

const rulesOfMessages = miniappContentRules.filter(({ about }) => about === 'message')

function judgeTexts([from, to]: readonly [number, number]): void {
  const pages = [{ path: 'pages/home/index' }]
  for (let at = from; at < to; at += 1) {
    const message = messageOf(at)
    for (const { check } of rulesOfMessages) check(message, { appId: 'm0', sender: 'm0', pages })
  }
}

let inProcess: ReturnType<typeof openInProcess> | undefined

async function openInProcess() {
  const { createMockPlatform } = await import('@minibell/mock')
  return createMockPlatform({ world: worldOf(size), clock: realClock, timers: realTimers })
}

/** Sends by `fetch` of a platform in this process, 64 at a time. */
async function sendInProcess([from, to]: readonly [number, number]): Promise<void> {
  inProcess ??= openInProcess()
  const mock = await inProcess
  let next = from
  const worker = async (): Promise<void> => {
    while (next < to) {
      next += 1
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: sendOf(next, size) }
      const response = await mock.fetch('http://platform.test/miniapp/v1/messages/send', init)
      const { code } = (await response.json()) as { readonly code: number }
      if (code !== 0) throw new Error(`A send in this process was refused with ${code}.`)
    }
  }
  await Promise.all(Array.from({ length: 64 }, worker))
}
