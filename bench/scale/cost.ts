import { createClient } from '@redis/client'
import type { Measured } from './process.ts'

/** Microseconds of processors for one send, ours and the engine's. */
export interface Cost {
  readonly oursUs: number
  readonly engineUs: number
}

/** What the engine tells of itself. */
export interface EngineInfo {
  readonly cpuSeconds: number
  readonly memoryBytes: number
  /** Of the journal's ring, which is in the memory. */
  readonly journalBytes: number
  /** That came in over connections. */
  readonly inputBytes: number
}

export function whole({ oursUs, engineUs }: Cost): number {
  return oursUs + engineUs
}

/** A machine that is busy otherwise only adds: the least of some rounds is the nearest to the truth. */
export function least<Figure extends Cost>(rounds: readonly Figure[]): Figure {
  const [first, ...others] = rounds
  if (!first) throw new Error('Failed to compare: there was no round.')
  return others.reduce((best, one) => (whole(one) < whole(best) ? one : best), first)
}

/** Of each of the `count` that `work` does. */
export async function costOf<Result>(
  { processes, url, count }: { readonly processes: readonly Measured[]; readonly url?: string; readonly count: number },
  work: () => Promise<Result>,
): Promise<Cost & { readonly result: Result }> {
  const ours = async (): Promise<number> => {
    const each = await Promise.all(processes.map((one) => one.cpuSeconds()))
    return each.reduce((sum, seconds) => sum + seconds, 0)
  }
  const [oursBefore, engineBefore] = [await ours(), await infoOf(url)]
  const result = await work()
  const [oursAfter, engineAfter] = [await ours(), await infoOf(url)]
  const per = 1e6 / count
  return {
    result,
    oursUs: (oursAfter - oursBefore) * per,
    engineUs: (engineAfter.cpuSeconds - engineBefore.cpuSeconds) * per,
  }
}

/** Zeros without an engine. */
export async function infoOf(url: string | undefined): Promise<EngineInfo> {
  if (url === undefined) return { cpuSeconds: 0, memoryBytes: 0, journalBytes: 0, inputBytes: 0 }
  const client = createClient({ url })
  await client.connect()
  const info = String(await client.sendCommand(['INFO']))
  const journal = await client.sendCommand(['MEMORY', 'USAGE', 'minibell:{\u007fshared}:journal', 'SAMPLES', '0'])
  client.destroy()
  const figure = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1] ?? Number.NaN)
  return {
    cpuSeconds: figure('used_cpu_sys') + figure('used_cpu_user'),
    memoryBytes: figure('used_memory'),
    journalBytes: Number(journal ?? 0),
    inputBytes: figure('total_net_input_bytes'),
  }
}
