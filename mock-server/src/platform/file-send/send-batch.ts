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
    if ('whole' in answer) await end(core, jobId, { ...job, state: 'stopped', verdict: answer.whole })
    else await keep(core, jobId, { job, number, lines: answer.outcomes.map(lineOf) })
    await core.transactions.write(appPartition(sender), async (transaction) =>
      transaction.put(appKeys.claim('file', '', file), undefined),
    )
  })
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

async function keep(
  core: Core,
  jobId: string,
  { job, number, lines }: { readonly job: JobRow; readonly number: number; readonly lines: readonly ResultLine[] },
): Promise<void> {
  const byCode: Record<string, number> = { ...job.byCode }
  for (const [, code] of lines) byCode[code] = (byCode[code] ?? 0) + 1
  const next: JobRow = { ...job, done: Math.min(job.total, (number + 1) * chunkLength), byCode }
  await core.transactions.write(jobPartition(jobId), async (transaction) => {
    transaction.put(fileKeys.results(number), lines)
    transaction.put(fileKeys.job, next)
  })
  if (next.done === next.total) await end(core, jobId, { ...next, state: 'finished' })
}

async function end(core: Core, jobId: string, job: JobRow): Promise<void> {
  await core.transactions.write(jobPartition(jobId), async (transaction) =>
    transaction.put(fileKeys.job, { ...job, endedAt: core.clock.now() }),
  )
  await core.transactions.write(runningPartition, async (transaction) =>
    transaction.put(fileKeys.running(jobId), undefined),
  )
  const { sender, state, verdict, done, total } = job
  const why = verdict ? ` by ${verdict.rule}: ${verdict.received}` : ''
  core.journal.write({
    kind: 'governance',
    summary: `The file send of ${sender} is ${state}${why}, ${done} of ${total} done`,
    sender,
  })
}
