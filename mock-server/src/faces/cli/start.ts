import { readFile } from 'node:fs/promises'
import type { Clock } from '@minibell/ports'
import { createPlatform, type World, WorldError } from '../../platform/index.ts'
import { memoryStore } from '../../store/memory.ts'
import { ListenError, type Listening, listen, realClock, realTimers } from '../server/index.ts'
import { ownFile } from '../server/own-files.ts'
import type { StartOptions } from './arguments.ts'
import { greetingOf, greetingText } from './greeting.ts'

/** A start that failed for a reason that the user can mend; `message` is one sentence. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** Starts everything and says where it is. Rejects with `StartError` or `ListenError`. */
export async function start(
  options: StartOptions,
  io: { readonly print: (text: string) => void; readonly warn: (text: string) => void },
): Promise<Listening> {
  const platform = await createPlatform({
    store: memoryStore(),
    clock: clockFrom(options.clockAt),
    timers: realTimers,
    world: await worldOf(options.world),
  }).catch(asSentence)
  const { port, host, demo, allowOrigins } = options
  const listening = await listen(platform, {
    port,
    host,
    allowOrigins,
    report: (error, context) => io.warn(`A bug of the mock platform (${context}): ${stackOf(error)}`),
    ...(demo === undefined ? {} : { demoDir: demo }),
  })
  const greeting = greetingOf(listening.url)
  if (options.output === 'text') io.print(`${greetingText(greeting)}\n`)
  if (options.output === 'json') io.print(`${JSON.stringify({ ...greeting, port: listening.port })}\n`)
  return listening
}

/** True for errors whose message alone is for the user. */
export function isSentence(error: unknown): error is Error {
  return error instanceof StartError || error instanceof ListenError
}

/** The machine's clock, moved so that it is `at` now; it runs on. */
function clockFrom(at: number | undefined): Clock {
  if (at === undefined) return realClock
  const offset = at - realClock.now()
  return { now: () => realClock.now() + offset }
}

async function worldOf(file: string | undefined): Promise<World> {
  const place = file ?? ownFile('worlds/demo.json')
  const text = await readFile(place, 'utf8').catch((error: unknown) => {
    throw new StartError(
      `Failed to start: the world ${file ?? 'of the demo'} cannot be read (${factOf(error)}). Give another with --world.`,
    )
  })
  try {
    // The platform decodes it and says what is wrong.
    return JSON.parse(text) as World
  } catch (error) {
    throw new StartError(`Failed to start: the world ${file ?? 'of the demo'} is no JSON (${factOf(error)}). Mend it.`)
  }
}

function asSentence(error: unknown): never {
  if (error instanceof WorldError) throw new StartError(error.message, { cause: error })
  throw error
}

function factOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
