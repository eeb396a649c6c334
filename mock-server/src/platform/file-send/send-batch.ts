import type { Core } from '../core.ts'
import type { Expiry } from '../delivery/expiry.ts'
import { sendService } from '../sends/service/send-service.ts'
import { appKeys, appPartition } from '../storage/app-places.ts'
import {
  chunkLength,
  fileKeys,
  filePartition,
  type JobRow,
  jobPartition,
  type ResultLine,
  runningPartition,
} from '../storage/file-places.ts'
import type { Verdict } from '../verdict.ts'
import type { SenderId } from '../world.ts'

/**
 * The next batch of a job. Its request id is made of the job and its place, so that one which broke off is carried on and nobody gets a
 * message twice. A denial of the whole (disabled, revoked, removed, refused by an operator) stops the job.
 */
export function sendBatch(core: Core, due: Expiry, jobId: string): Promise<void> {
  return core.gate.together(async () => {
    const job = await core.transactions.read(jobPartition(jobId), (transaction) => transaction.get(fileKeys.job))
    if (job?.state !== 'running') return
    const number = Math.floor(job.done / chunkLength)
    const recipientIds = await core.transactions.read(filePartition(job.fileId), (transaction) =>
      transaction.get(fileKeys.chunk(number)),
    )
    const { sender, messageId } = job
    const file = `${jobId}-${number}`
    const answer = await sendService(core, due, {
      sender,
      recipientIds: recipientIds ?? [],
      content: { messageId },
      file,
    })
    const next = 'whole' in answer ? stopped(core, job, answer.whole) : further(core, job, answer.outcomes.map(lineOf))
    await settleBatch(core, jobId, { job, number, ...next })
    await forgetClaims(core, jobId, { sender, done: number, all: next.next.state !== 'running' })
  })
}

interface Next {
  readonly next: JobRow
  readonly lines?: readonly ResultLine[]
}

function stopped(core: Core, job: JobRow, verdict: Verdict): Next {
  return { next: { ...job, state: 'stopped', verdict, endedAt: core.clock.now() } }
}

function further(core: Core, job: JobRow, lines: readonly ResultLine[]): Next {
  const byCode: Record<string, number> = { ...job.byCode }
  for (const [, code] of lines) byCode[code] = (byCode[code] ?? 0) + 1
  const done = Math.min(job.total, job.done + chunkLength)
  const ended = done === job.total ? { state: 'finished' as const, endedAt: core.clock.now() } : {}
  return { next: { ...job, done, byCode, ...ended }, lines }
}

function lineOf({
  recipientId,
  outcome,
}: {
  readonly recipientId: string
  readonly outcome:
    | { readonly accepted: true; readonly itemId: string }
    | { readonly accepted: false; readonly verdict: Verdict }
}): ResultLine {
  return outcome.accepted ? [recipientId, 0, outcome.itemId] : [recipientId, Number(outcome.verdict.code), '']
}

/** Another process may have been faster with the same batch; then its word stands. */
async function settleBatch(
  core: Core,
  jobId: string,
  { job, number, next, lines }: Next & { readonly job: JobRow; readonly number: number },
): Promise<void> {
  const isOurs = await core.transactions.write(jobPartition(jobId), async (transaction) => {
    const kept = await transaction.get(fileKeys.job)
    if (kept?.state !== 'running' || kept.done !== job.done) return false
    if (lines) transaction.put(fileKeys.results(number), lines)
    transaction.put(fileKeys.job, next)
    return true
  })
  if (!isOurs || next.state === 'running') return
  const { sender, state, verdict, done, total } = next
  const why = verdict ? ` by ${verdict.rule}: ${verdict.received}` : ''
  core.journal.write({
    kind: 'governance',
    summary: `The file send of ${sender} is ${state}${why}, ${done} of ${total} done`,
    sender,
  })
}

/** Request ids of the last batches stay, for a process that lags behind. */
const keptClaims = 10

function forgetClaims(
  core: Core,
  jobId: string,
  { sender, done, all }: { readonly sender: SenderId; readonly done: number; readonly all: boolean },
): Promise<void> {
  const first = Math.max(0, done - keptClaims)
  return core.transactions.write(appPartition(sender), async (transaction) => {
    for (let number = first; number <= (all ? done : first); number += 1)
      if (all || done >= keptClaims) transaction.put(appKeys.claim('file', '', `${jobId}-${number}`), undefined)
  })
}

/** Takes a job that has ended out of those under way; false while it has not. */
export async function tidy(core: Core, jobId: string): Promise<boolean> {
  const job = await core.transactions.read(jobPartition(jobId), (transaction) => transaction.get(fileKeys.job))
  if (job?.state === 'running') return false
  await core.transactions.write(runningPartition, async (transaction) =>
    transaction.put(fileKeys.running(jobId), undefined),
  )
  return true
}
