import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../tools/files.ts'
import { reaped } from './cpu.ts'
import { failed, type Print, passed, readTally, sum, type Tally } from './part.ts'

export interface Ended {
  /** `null` after a signal. */
  readonly code: number | null
  /** Both streams, in the order in which they were heard. */
  readonly lines: readonly string[]
}

/** Runs a program with the repository's own Node and `.bin` first on the PATH, and prints its lines as they come. `more`: of its environment. */
export function command(
  program: string,
  args: readonly string[],
  print: Print,
  cwd: string = root,
  more: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment(), ...more } })
    const lines: string[] = []
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        print(line)
      })
    child.on('error', reject)
    child.on('exit', reaped)
    child.on('close', (code) => resolve({ code, lines }))
  })
}

/** One check: it holds when the program ends with 0. */
export async function check(program: string, args: readonly string[], print: Print): Promise<Tally> {
  const { code } = await command(program, args, print)
  return code === 0 ? passed : failed
}

/** A TypeScript script of ours that ends with `N passed, N failed`; a different end is one more failure. */
export async function script(file: string, args: readonly string[], print: Print): Promise<Tally> {
  const ended = await command(process.execPath, ['--conditions=minibell-source', file, ...args], print)
  const tally = readTally(ended.lines)
  if (!tally) print(`${file} ended with ${ended.code} and no tally`)
  if (!tally) return failed
  return ended.code !== 0 && tally.failed === 0 ? sum([tally, failed]) : tally
}

function environment(): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  // Node compiles what it loads once for all programs that load it.
  const cache = join(root, 'node_modules/.cache/minibell/node')
  return { ...process.env, PATH: path, NO_COLOR: '1', NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE: cache }
}
