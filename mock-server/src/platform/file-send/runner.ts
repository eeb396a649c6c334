import type { Timers, Undo } from '@minibell/ports'
import type { Core } from '../core.ts'
import type { Expiry } from '../delivery/expiry.ts'
import { leases } from '../processes/leases.ts'
import { chunkLength, fileKeys, type JobRow, jobPartition, runningPartition } from '../storage/file-places.ts'
import { partsOf } from '../storage/key.ts'
import { sendBatch, tidy } from './send-batch.ts'

/** Lets file sends go on as the platform's clock does, whoever moves it. Of several processes one sends a file; when it is gone another goes on. */
export interface FileRunner {
  /** Sends what is due by now. Must not be called from inside the gate. */
  settle(): Promise<void>
  /** Reads what is under way anew. */
  reload(): Promise<void>
}

/** How often a running send is looked after. */
const tickMs = 100

export function fileRunner(core: Core, due: Expiry, timers?: Timers): FileRunner {
  const leased = leases(core)
  let running: readonly string[] = []
  let settling: Promise<void> | undefined
  let cancel: Undo | undefined

  const schedule = (): void => {
    cancel?.()
    cancel = undefined
    if (!timers || running.length === 0) return
    cancel = timers.after(tickMs, () => {
      schedule()
      void settle().catch(() => undefined)
    })
  }
  const reload = async (): Promise<void> => {
    const rows = await core.store.scan(runningPartition, { prefix: fileKeys.allRunning, max: Number.MAX_SAFE_INTEGER })
    running = rows.map(({ key }) => partsOf(key)[1] ?? '')
    schedule()
  }
  const run = async (): Promise<void> => {
    for (const jobId of running) {
      const work = `file ${jobId}`
      while ((await leased.take(work)) && (await isDue(core, jobId))) await sendBatch(core, due, jobId)
      if (await tidy(core, jobId)) await leased.drop(work)
    }
    await reload()
  }
  const settle = async (): Promise<void> => {
    if (running.length === 0) return
    settling ??= run().finally(() => {
      settling = undefined
    })
    await settling
  }
  return { settle, reload }
}

/** MA-5: never ahead of its pace; a batch goes out when its last recipient's turn has come. */
async function isDue(core: Core, jobId: string): Promise<boolean> {
  const job = await core.transactions.read(jobPartition(jobId), (transaction) => transaction.get(fileKeys.job))
  return job?.state === 'running' && allowed(job, core.clock.now()) >= Math.min(job.done + chunkLength, job.total)
}

function allowed({ startedAt, perSecond }: JobRow, now: number): number {
  return Math.floor(((now - startedAt) * perSecond) / 1_000)
}
