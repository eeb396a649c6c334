import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Consumer } from './pack.ts'

/** Starts `minibell` from the tarball on a free port and asks it who it is. */
export async function startCommand({ folder }: Consumer): Promise<void> {
  const main = 'node_modules/@minibell/mock/dist/faces/cli/main.js'
  const child = spawn(process.execPath, [main, 'start', '--port', '0', '--json'], { cwd: folder })
  const closed = once(child, 'close')
  try {
    const address = /http:\/\/localhost:\d+/.exec(await firstLine(child))?.[0]
    if (address === undefined) throw new Error('it printed no address')
    const info: unknown = await (await fetch(`${address}/control/v1/info`)).json()
    if (!JSON.stringify(info).includes('"minibell"')) throw new Error(`it answered ${JSON.stringify(info)}`)
  } finally {
    child.kill()
    await closed
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('it has no output')
  const said: string[] = []
  stderr.on('data', (text) => said.push(String(text)))
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`it ended with ${code}: ${said.join('')}`)),
  )
  const [line] = await Promise.race([once(createInterface({ input: stdout }), 'line'), ended])
  ended.catch(() => {})
  return String(line)
}
