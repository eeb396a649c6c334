import type { Given } from './given.ts'

/** One thing that the command line does. Help and parsing are made of it. */
export interface Command {
  /** Also what a failure begins with: *Failed to start: …* */
  readonly name: string
  /** What follows the name: `FILE…`. Empty: nothing may. */
  readonly takes: string
  readonly summary: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** Answers the exit code. Throws `Sentence` for what the user can mend. */
  run(given: Given, io: Io): Promise<number>
}

/** An option as `node:util` reads it, with its words for help. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: true
  /** What a text stands for: `FILE`. */
  readonly value?: string
  readonly says: string
}

/** The world of a command, so that tests need no process. */
export interface Io {
  print(text: string): void
  warn(text: string): void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Ends with the first Ctrl-C or SIGTERM. */
  readonly stopped: AbortSignal
}

/** A failure whose message is one sentence for the user. */
export class Sentence extends Error {
  override readonly name = 'Sentence'
}
