import { spawn } from 'node:child_process'
import { type Backend, type OpenSocket, type Outcome, verifyDelivery, type Way } from '../../../verify/index.ts'
import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'

/** Whether a backend of one's own speaks docs/delivery-protocol.md (X-9). */
export const verifyDeliveryCommand: Command = {
  name: 'verify-delivery',
  takes: 'URL',
  summary: 'Tries the delivery protocol on any backend, one line a check; exit 1 when one fails',
  options: {
    token: { type: 'string', value: 'TOKEN', says: 'a session of a person who may get some twenty messages' },
    send: { type: 'string', value: 'COMMAND', says: 'sends them one new message; $MINIBELL_N is different each time' },
    withdraw: { type: 'string', value: 'COMMAND', says: 'takes back the item $MINIBELL_ITEM_ID (DL-6)' },
    'other-token': { type: 'string', value: 'TOKEN', says: 'a session of somebody else (DL-1)' },
    'expired-token': { type: 'string', value: 'TOKEN', says: 'a session that ran out or was revoked (DL-2)' },
    without: {
      type: 'string',
      multiple: true,
      value: 'WAY',
      says: 'it has no socket, stream or long-poll; may be repeated',
    },
    id: { type: 'string', value: 'ID', says: 'only the checks of that statement, such as DL-4' },
    'patience-ms': { type: 'string', value: 'N', says: 'how long a message may take to appear (default 10000)' },
    json: { type: 'boolean', says: 'one JSON value a line' },
  },
  run: verify,
}

async function verify(given: Given, io: Io): Promise<number> {
  const id = given.text('id')
  const told = (outcome: Outcome): void =>
    io.print(given.flag('json') ? `${JSON.stringify(outcome)}\n` : `${lineOf(outcome)}\n`)
  const outcomes = await verifyDelivery(backendOf(given, io), { told, ...(id === undefined ? {} : { id }) }).catch(
    unreachable,
  )
  if (outcomes.length === 0) throw fault(`there is no check of "${id}". Leave --id out to see all`)
  const count = (word: Outcome['word']): number => outcomes.filter((one) => one.word === word).length
  if (!given.flag('json')) {
    if (count('skipped') > 0) io.print(`${count('skipped')} skipped\n`)
    io.print(`${count('passed')} passed, ${count('failed')} failed\n`)
  }
  return count('failed') === 0 ? 0 : 1
}

function lineOf({ id, title, word, why }: Outcome): string {
  return `${word.padEnd(7)} ${id} ${title}${why === undefined ? '' : `: ${why}`}`
}

function backendOf(given: Given, io: Io): Backend {
  const [url, ...more] = given.words
  if (url === undefined || more.length > 0 || !/^https?:\/\/\S+$/.test(url))
    throw fault(`"${given.words.join(' ')}" is no http address. Give the one before /delivery/v1`)
  const token = given.text('token')
  if (token === undefined) throw fault('there is no session to try it with. Give --token')
  const commands = { send: given.text('send'), withdraw: given.text('withdraw') }
  return {
    baseUrl: url.replace(/\/+$/, '').replace(/\/delivery\/v1$/, ''),
    fetch: (to, init) => fetch(to, { ...init, signal: io.stopped }),
    openSocket,
    token,
    otherToken: given.text('other-token'),
    expiredToken: given.text('expired-token'),
    without: given.texts('without').map(wayOf),
    patienceMs: patienceOf(given.text('patience-ms') ?? '10000'),
    ...(commands.send === undefined ? {} : { send: () => shell('send', commands.send, { MINIBELL_N: unique() }) }),
    ...(commands.withdraw === undefined
      ? {}
      : { withdraw: (itemId) => shell('withdraw', commands.withdraw, { MINIBELL_ITEM_ID: itemId }) }),
  }
}

const fault = (fact: string, cause?: unknown): Sentence =>
  new Sentence(`Failed to verify-delivery: ${fact}.`, cause === undefined ? {} : { cause })

let count = 0

function unique(): string {
  count += 1
  return `${Date.now().toString(36)}-${count}`
}

function wayOf(text: string): Way {
  if (text === 'socket' || text === 'stream' || text === 'long-poll') return text
  throw fault(`--without "${text}" is no socket, stream or long-poll. Mend it`)
}

function patienceOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw fault(`--patience-ms "${text}" is no number from 1 to 999999. Mend it`)
}

/** What the backend said reaches the command by its environment alone, never as words of the shell. */
function shell(option: string, command = '', more: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...more } })
    let said = ''
    child.stderr.on('data', (text) => {
      said = `${said}${text}`.slice(-300)
    })
    child.on('error', (error) => reject(fault(`--${option} did not run (${error.message}). Mend it`, error)))
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(fault(`--${option} ended with ${code}: ${said.trim() || 'it said nothing'}. Mend it`)),
    )
  })
}

function unreachable(error: unknown): never {
  if (error instanceof Sentence) throw error
  const { cause, message } = error as { readonly cause?: { readonly code?: string }; readonly message?: string }
  throw fault(`nothing answers there (${cause?.code ?? message}). Start it, or give another address`, error)
}

const openSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url)
  socket.addEventListener('open', () => events.opened())
  socket.addEventListener('message', ({ data }) => events.received(String(data)))
  socket.addEventListener('close', ({ code }) => events.closed(code))
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: () => socket.close(),
  }
}
