import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { readJsonFile } from '../json-file.ts'
import { type RemoteAnswer, remoteOf, remoteOptions } from '../remote.ts'

/** Sends as a merchant's server does, and says what the rules say. */
export const send: Command = {
  name: 'send',
  takes: '[FILE]',
  summary: 'Sends a JSON file, or what options say, to the running platform; exit 1 on a refusal',
  options: {
    ...remoteOptions,
    from: { type: 'string', value: 'ID', says: 'miniappId of the sender' },
    to: { type: 'string', multiple: true, value: 'ID', says: 'uniqueId of a recipient; may be repeated' },
    title: { type: 'string', value: 'TEXT', says: 'title of the message' },
    content: { type: 'string', value: 'TEXT', says: 'content of the message' },
    jump: { type: 'string', value: 'PATH', says: 'page that it leads to, such as pages/home/index?id=1' },
    'request-id': { type: 'string', value: 'ID', says: 'makes it repeatable' },
    json: { type: 'boolean', says: 'print the answer as it is' },
  },
  run: sendOne,
}

async function sendOne(given: Given, io: Io): Promise<number> {
  const body = await bodyOf(given)
  const isTemplate = typeof body === 'object' && body !== null && 'appId' in body
  const path = isTemplate ? '/v2/miniprogram/message/send' : '/miniapp/v1/messages/send'
  const answer = await remoteOf('send', given, io).ask(`POST ${path}`, body)
  io.print(given.flag('json') ? `${JSON.stringify(answer.body)}\n` : textOf(answer))
  return answer.verdict === 'ok' ? 0 : 1
}

async function bodyOf(given: Given): Promise<unknown> {
  const [file, ...more] = given.words
  if (more.length > 0) throw new Sentence('Failed to send: there is more than one file. Send one message at a time.')
  if (file !== undefined) return readJsonFile(file, { verb: 'send', what: 'the message' })
  const from = given.text('from')
  const to = given.texts('to')
  if (from === undefined || to.length === 0)
    throw new Sentence(
      'Failed to send: there is no message. Give a JSON file, or --from, --to, --title, --content and --jump.',
    )
  const requestId = given.text('request-id')
  const [title, content, jumpUrl] = ['title', 'content', 'jump'].map(given.text)
  return {
    miniappId: from,
    uniqueIds: to,
    message: { title, content, jumpUrl },
    ...(requestId !== undefined && { requestId }),
  }
}

interface Denial {
  readonly expected: string
  readonly received: string
  readonly hint: { readonly en: string }
}

/** The verdict with its reason; a body that is no refusal of ours as it is. */
function textOf({ status, verdict, row, body }: RemoteAnswer): string {
  if (verdict === 'ok') return `Sent. Journal ${row}\n`
  // The denial of our own dialect, where it has one; every part of the way may be absent.
  const { data, message } = body as { readonly data?: { readonly denial?: Denial }; readonly message?: string }
  const denial = data?.denial
  const why = denial
    ? `expected ${denial.expected}, received ${denial.received}. ${denial.hint.en}`
    : (message ?? JSON.stringify(body))
  return `Refused by ${verdict || status}: ${why} Journal ${row}\n`
}
