/** Sends one command to the node that has `key`. */
export type Send = (key: string | undefined, args: readonly string[]) => Promise<unknown>

/** Commands that leave together, so that a busy process and its engine wake up for many at a time. */
export interface Batches {
  readonly send: Send
  /** Runs when the next batch is about to leave, once for each call; what it sends leaves with it. */
  beforeNext(run: () => void): void
}

/** What comes waits no longer than this for the batch before, such as for a node that is away. */
const mostWaitMs = 5

/**
 * While a batch is on its way, what comes is gathered and leaves when all of it is answered; with nothing on its way it leaves at the end
 * of this turn of the event loop. So a lone command waits for nobody, and batches grow as the load does. The order of calls is kept.
 */
export function batches(send: Send): Batches {
  let gathered: (() => void)[] = []
  let befores: (() => void)[] = []
  /** Commands of the newest batch that are not answered. */
  let open = 0
  let batch = 0
  let isDue = false
  let late: NodeJS.Timeout | undefined

  const leave = (): void => {
    // While this is due, what they send is gathered and makes nothing else due.
    for (let runs = befores; runs.length > 0; runs = befores) {
      befores = []
      for (const run of runs) run()
    }
    clearTimeout(late)
    late = undefined
    isDue = false
    if (gathered.length === 0) return
    batch += 1
    open = 0
    const all = gathered
    gathered = []
    for (const one of all) one()
  }
  const leaveSoon = (): void => {
    if (isDue) return
    isDue = true
    setImmediate(leave)
  }
  const wanted = (): void => {
    if (open === 0) leaveSoon()
    else late ??= setTimeout(leaveSoon, mostWaitMs)
  }
  const answered = (of: number): void => {
    if (of !== batch) return
    open -= 1
    if (open === 0 && gathered.length + befores.length > 0) leaveSoon()
  }

  return {
    send: (key, args) =>
      new Promise((resolve, reject) => {
        gathered.push(() => {
          const mine = batch
          open += 1
          send(key, args).then(
            (reply) => {
              resolve(reply)
              answered(mine)
            },
            (error: unknown) => {
              reject(error)
              answered(mine)
            },
          )
        })
        wanted()
      }),
    beforeNext(run) {
      befores.push(run)
      wanted()
    },
  }
}
