import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** One `minibell start` that is killed and started again; its address changes each time. */
export interface Server {
  /** Absent while it is down. */
  api(): string | undefined
  kill(): Promise<void>
  start(): Promise<void>
}

const mostTries = 10
const main = 'mock-server/src/faces/cli/main.ts'

/** `said` gets what it complains of. */
export function serverAt(options: {
  readonly store: string
  readonly world: string
  readonly said: (line: string) => void
}): Server {
  const args = ['--no-warnings', '--conditions=minibell-source', main, 'start', '--port', '0', '--json']
  const given = [...args, '--store', options.store, '--world', options.world, '--client-rate', 'off']
  let child: ChildProcess | undefined
  let api: string | undefined

  const start = async (tries = 1): Promise<void> => {
    const mine = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'pipe'] })
    child = mine
    let last = ''
    createInterface({ input: mine.stderr }).on('line', (line) => {
      last = line
      options.said(line)
    })
    const ended = once(mine, 'exit').then(() => undefined)
    const line = await Promise.race([once(createInterface({ input: mine.stdout }), 'line'), ended])
    // A store that is away just now is no reason to give up: whoever runs a platform starts it again.
    if (line === undefined && child !== mine) return
    if (line === undefined && tries < mostTries) return start(tries + 1)
    if (line === undefined) throw new Error(`A server did not start: ${last}`)
    if (child === mine) api = String(JSON.parse(String(line[0])).api)
  }
  return {
    api: () => api,
    start: () => start(),
    async kill() {
      const mine = child
      child = undefined
      api = undefined
      if (!mine || mine.exitCode !== null || mine.signalCode !== null) return
      const ended = once(mine, 'exit')
      mine.kill('SIGKILL')
      await ended
    },
  }
}
