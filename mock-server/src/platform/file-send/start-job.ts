import type { Core } from '../core.ts'
import { recipientsFile } from '../rulebook/miniapp/condition-rules.ts'
import { gateRules } from '../rulebook/miniapp/service-rules.ts'
import { refusalIn, spokenFirst } from '../rulebook/rule-book.ts'
import { type Claimed, digestOfBody, heldBy, newBase } from '../sends/claim.ts'
import { judgeWhole, lookAt, type ServiceSend } from '../sends/service/look.ts'
import { appKeys, appPartition } from '../storage/app-places.ts'
import { type FileRow, fileKeys, type JobRow, jobPartition, runningPartition } from '../storage/file-places.ts'
import type { Verdict } from '../verdict.ts'
import { fileOf } from './file-of.ts'
import type { FileSends, StartRequest } from './file-sends.ts'

/** Judges the send as a whole and writes it down as a job; nobody gets anything yet. */
export async function startJob(core: Core, asked: StartRequest): ReturnType<FileSends['start']> {
  const { sender, fileId, content, signature } = asked
  const send = await lookAt(core, { sender, recipientIds: [], content, file: '', ...(signature && { signature }) })
  const file = await fileOf(core, sender, fileId)
  const named = { file: { id: fileId, known: file !== undefined } }
  const whole = judgeWhole(core, send)
  const ofFile = core.judge.words([recipientsFile], named)
  const words = [...whole.words, ...ofFile]
  const refuse = (verdict: Verdict) => ({ accepted: false as const, verdict, explanation: spokenFirst(words, verdict) })
  const verdict = whole.verdict ?? refusalIn(ofFile)
  if (verdict) return refuse(verdict)
  const begun = await claimJob(core, send, asked)
  if ('verdict' in begun) return refuse(begun.verdict)
  await keepJob(core, begun.jobId, jobOf(core, send, { asked, file, messageId: begun.messageId }))
  return { accepted: true, jobId: begun.jobId, explanation: words }
}

/** Gives the job its id, or finds the one that the request id holds; inline content is registered under it. */
function claimJob(
  core: Core,
  send: ServiceSend,
  asked: StartRequest,
): Promise<{ readonly jobId: string; readonly messageId: string } | { readonly verdict: Verdict }> {
  const { sender: _, signature: __, requestId, ...what } = asked
  const claimed: Claimed<string> | undefined =
    requestId === undefined
      ? undefined
      : { key: appKeys.claim('job', '', requestId), requestId, body: digestOfBody(what) }
  return core.transactions.write(appPartition(asked.sender), async (transaction) => {
    const held = await heldBy(transaction, claimed)
    const verdict = held && core.judge.refusal(gateRules, { ...send.attempt, held })
    if (verdict) return { verdict }
    const jobId = held?.base ?? (await newBase(transaction, core, send.senderNumber))
    if (claimed && !held) transaction.put(claimed.key, { base: jobId, body: claimed.body, answer: jobId })
    if (send.inline && send.message) transaction.put(appKeys.message(jobId), send.message)
    return { jobId, messageId: 'messageId' in asked.content ? asked.content.messageId : jobId }
  })
}

function jobOf(
  core: Core,
  { inForce }: ServiceSend,
  {
    asked,
    file,
    messageId,
  }: { readonly asked: StartRequest; readonly file: FileRow | undefined; readonly messageId: string },
): JobRow {
  return {
    sender: asked.sender,
    fileId: asked.fileId,
    messageId,
    state: 'running',
    total: file?.recipients ?? 0,
    done: 0,
    byCode: {},
    startedAt: core.clock.now(),
    perSecond: inForce.numbers.files.perSecond,
  }
}

/** A job that is there already stays as it is. */
async function keepJob(core: Core, jobId: string, row: JobRow): Promise<void> {
  const isNew = await core.transactions.write(jobPartition(jobId), async (transaction) => {
    if (await transaction.get(fileKeys.job)) return false
    transaction.put(fileKeys.job, row)
    return true
  })
  if (!isNew) return
  await core.transactions.write(runningPartition, async (transaction) =>
    transaction.put(fileKeys.running(jobId), row.sender),
  )
}
