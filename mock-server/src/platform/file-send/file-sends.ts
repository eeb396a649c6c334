import type { Core } from '../core.ts'
import type { CallSignature, Sends } from '../platform.ts'
import {
  chunkLength,
  fileKeys,
  filePartition,
  type JobRow,
  jobPartition,
  type ResultLine,
} from '../storage/file-places.ts'
import type { Explanation, Verdict } from '../verdict.ts'
import type { SenderId } from '../world.ts'
import type { FileRunner } from './runner.ts'
import { startJob } from './start-job.ts'
import { upload } from './upload.ts'

/** MA-5, MA-7: messages to the recipients of a file, paced by the platform itself. */
export interface FileSends {
  /** Takes recipient ids as they come; nothing is kept when `ids` throws. `too-many`: more than the rules allow; `replaced`: another world took its place meanwhile. */
  upload(
    sender: SenderId,
    ids: AsyncIterable<string>,
  ): Promise<{ readonly fileId: string; readonly recipients: number } | 'too-many' | 'empty' | 'replaced'>
  /** Begins a send; the same request id with the same request is the same job. */
  start(
    asked: StartRequest,
  ): Promise<
    | { readonly accepted: true; readonly jobId: string; readonly explanation: Explanation }
    | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }
  >
  /** Nothing for another sender's job. */
  job(sender: SenderId, jobId: string): Promise<JobRow | undefined>
  /** Lines `[from, from + max)` of the result file; recipients that a stop left out have its code. */
  results(
    sender: SenderId,
    jobId: string,
    page: { readonly from: number; readonly max: number },
  ): Promise<readonly ResultLine[]>
}

export interface StartRequest {
  readonly sender: SenderId
  readonly fileId: string
  readonly content: Parameters<Sends['sendService']>[0]['content']
  readonly requestId?: string
  readonly signature?: CallSignature
}

export function fileSends(core: Core, runner: FileRunner): FileSends {
  const { together } = core.gate
  const job: FileSends['job'] = async (sender, jobId) => {
    const row = await core.transactions.read(jobPartition(jobId), (transaction) => transaction.get(fileKeys.job))
    return row?.sender === sender ? row : undefined
  }
  return {
    upload: (sender, ids) => upload(core, sender, ids),
    async start(asked) {
      const started = await together(() => startJob(core, asked))
      if (started.accepted) await runner.reload()
      return started
    },
    job,
    async results(sender, jobId, page) {
      const row = await job(sender, jobId)
      return row ? linesOf(core, { jobId, row, ...page }) : []
    },
  }
}

async function linesOf(
  core: Core,
  {
    jobId,
    row,
    from,
    max,
  }: { readonly jobId: string; readonly row: JobRow; readonly from: number; readonly max: number },
): Promise<readonly ResultLine[]> {
  const end = Math.min(from + max, row.state === 'stopped' ? row.total : row.done)
  const lines: ResultLine[] = []
  for (let number = Math.floor(from / chunkLength); number * chunkLength < end; number += 1) {
    const chunk = await chunkLines(core, { jobId, row, number })
    const start = number * chunkLength
    lines.push(...chunk.slice(Math.max(0, from - start), end - start))
  }
  return lines
}

/** Of a chunk that was sent its results; of one that was not, its recipients with the code of the stop. */
async function chunkLines(
  core: Core,
  { jobId, row, number }: { readonly jobId: string; readonly row: JobRow; readonly number: number },
): Promise<readonly ResultLine[]> {
  if (number * chunkLength < row.done) {
    const found = await core.transactions.read(jobPartition(jobId), (transaction) =>
      transaction.get(fileKeys.results(number)),
    )
    return found ?? []
  }
  const ids = await core.transactions.read(filePartition(row.fileId), (transaction) =>
    transaction.get(fileKeys.chunk(number)),
  )
  return (ids ?? []).map((id) => [id, Number(row.verdict?.code ?? 0), ''])
}
