import type { JobRow, ResultLine } from '../../platform/storage/file-places.ts'
import type { SenderRecord } from '../../platform/world.ts'
import { type Answer, type Note, read } from '../answer.ts'
import { wholeNumber } from '../query.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import type { Read } from '../shape.ts'
import { meaning } from './codes.ts'
import { contentOf } from './content-of.ts'
import { CsvError, csvLine, uniqueIdsOf } from './csv.ts'
import { readFileSend } from './shapes.ts'
import { signatureOf } from './signature.ts'
import { withNamedSender, withSender } from './with-sender.ts'
import { business, denialOf, refused, requestVerdict } from './wording.ts'

type Value<Reader> = Reader extends (input: unknown) => Read<infer Read_> ? Read_ : never
type FileSend = Value<typeof readFileSend>

/** Lines of one answer of the result file. */
const mostLines = 500_000
const linesAtOnce = 10_000

/** MA-5: upload of recipients, the send to them, its progress and its results. */
export const fileRoutes: readonly Route[] = [
  {
    id: 'miniapp.files.upload',
    method: 'POST',
    path: '/miniapp/v1/files',
    streams: true,
    handle: (context) => withNamedSender(context, (sender) => upload(context, sender)),
  },
  route({
    id: 'miniapp.files.send',
    method: 'POST',
    path: '/miniapp/v1/messages/send-file',
    body: { read: readFileSend },
    handle: (context) => withSender(context, (sender) => start(context, sender)),
  }),
  {
    id: 'miniapp.jobs.read',
    method: 'GET',
    path: '/miniapp/v1/jobs/:id',
    handle: (context) =>
      withJob(context, ({ id, job }) => read({ code: 0, message: meaning(0), data: pageOf(id, job) })),
  },
  {
    id: 'miniapp.jobs.results',
    method: 'GET',
    path: '/miniapp/v1/jobs/:id/results',
    handle: (context) => withJob(context, ({ id, sender }) => results(context, { id, sender })),
  },
]

async function upload({ platform, stream }: RequestContext, sender: SenderRecord): Promise<Answer> {
  try {
    const kept = await platform.files.upload(sender.id, uniqueIdsOf(stream()))
    if (kept === 'too-many') return unreadable('more recipients than one file may have')
    if (kept === 'empty') return unreadable('no recipients')
    if (kept === 'replaced') return unreadable('cut off: the world was replaced meanwhile')
    const note: Note = {
      kind: 'request',
      sender: sender.id,
      summary: `${sender.name} uploads ${kept.recipients} recipients`,
    }
    return business(0, { message: meaning(0), data: kept, verdict: 'ok', note })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return unreadable(`line ${error.line}: ${error.received}`)
  }
}

function unreadable(received: string): Answer {
  const verdict = requestVerdict({ expected: 'CSV in UTF-8, one uniqueId of 1 to 128 characters a line', received })
  return refused(verdict, { kind: 'request', summary: `A file of recipients is refused: ${received}` })
}

async function start({ platform, body, bytes }: RequestContext<FileSend>, sender: SenderRecord): Promise<Answer> {
  const { fileId, requestId, sign } = body
  const started = await platform.files.start({
    sender: sender.id,
    fileId,
    content: contentOf(body),
    signature: await signatureOf(sender, { bytes, ...(sign !== undefined && { sign }) }),
    ...(requestId === undefined ? {} : { requestId }),
  })
  const summary = `${sender.name} sends to the recipients of a file`
  const note: Note = { kind: 'request', sender: sender.id, summary, explanation: started.explanation }
  if (!started.accepted) return refused(started.verdict, note)
  return business(0, { message: meaning(0), data: { jobId: started.jobId }, verdict: 'ok', note })
}

function withJob(
  context: RequestContext,
  go: (found: { readonly id: string; readonly job: JobRow; readonly sender: SenderRecord }) => Answer | Promise<Answer>,
): Promise<Answer> {
  return withNamedSender(context, async (sender) => {
    const id = context.params['id'] ?? ''
    const job = await context.platform.files.job(sender.id, id)
    if (job) return go({ id, job, sender })
    const fact = {
      field: 'jobId',
      expected: 'the id of a file send of this mini-program',
      received: JSON.stringify(id.slice(0, 80)),
    }
    return refused(requestVerdict(fact), { kind: 'request', summary: 'Unknown file send' })
  })
}

function pageOf(jobId: string, { sender: _, verdict, byCode, ...job }: JobRow): Readonly<Record<string, unknown>> {
  const { 0: accepted = 0, ...refusedBy } = byCode
  return {
    jobId,
    ...job,
    accepted,
    refused: refusedBy,
    ...(verdict && { code: verdict.code, denial: denialOf(verdict) }),
  }
}

async function results(
  { platform, url }: RequestContext,
  { id, sender }: { readonly id: string; readonly sender: SenderRecord },
): Promise<Answer> {
  const from = wholeNumber(url.searchParams, { name: 'from', min: 0, max: mostLines, otherwise: 0 })
  const max = wholeNumber(url.searchParams, { name: 'max', min: 1, max: mostLines, otherwise: mostLines })
  if (!from.ok) return refused(requestVerdict(from.problem), { kind: 'request', summary: from.problem.message })
  if (!max.ok) return refused(requestVerdict(max.problem), { kind: 'request', summary: max.problem.message })
  let body = 'uniqueId,code,message,itemId\r\n'
  const end = from.value + max.value
  // Page by page: of half a million recipients only the text of their lines is held.
  for (let at = from.value; at < end; at += linesAtOnce) {
    const most = Math.min(linesAtOnce, end - at)
    const lines = await platform.files.results(sender.id, id, { from: at, max: most })
    body += lines.map((line) => `${lineOf(line)}\r\n`).join('')
    if (lines.length < most) break
  }
  return { status: 200, body, type: 'text/csv; charset=utf-8', verdict: 'ok' }
}

function lineOf([uniqueId, code, itemId]: ResultLine): string {
  return csvLine([uniqueId, code, meaning(code), itemId])
}
