import type { Verdict } from '../verdict.ts'
import type { SenderId } from '../world.ts'
import { type Key, keyOf, padded, prefixOf } from './key.ts'

/** Recipients of one chunk of a file, which is one batch of its send. */
export const chunkLength = 200

/** The partition of one uploaded file. */
export function filePartition(fileId: string): string {
  return keyOf('file', fileId).text
}

/** The partition of one file send. */
export function jobPartition(jobId: string): string {
  return keyOf('job', jobId).text
}

export const filePartitions = 'file/'
export const jobPartitions = 'job/'
/** Which jobs are under way. */
export const runningPartition = 'jobs'

/** Written last: without it there is no file. */
export interface FileRow {
  readonly sender: SenderId
  readonly recipients: number
  readonly at: number
}

/** MA-5, MA-7: a file send and how far it came. */
export interface JobRow {
  readonly sender: SenderId
  readonly fileId: string
  readonly messageId: string
  readonly state: 'running' | 'finished' | 'stopped'
  readonly total: number
  /** Recipients with a result. */
  readonly done: number
  /** How many of them got it, and how many did not, by code. */
  readonly byCode: Readonly<Record<string, number>>
  readonly startedAt: number
  readonly perSecond: number
  readonly endedAt?: number
  /** What stopped it. */
  readonly verdict?: Verdict
}

/** One line of the result file. */
export type ResultLine = readonly [uniqueId: string, code: number, itemId: string]

export const fileKeys = {
  file: keyOf<FileRow>('file'),
  chunk: (number: number): Key<readonly string[]> => keyOf('chunk', padded(number)),
  job: keyOf<JobRow>('job'),
  results: (number: number): Key<readonly ResultLine[]> => keyOf('results', padded(number)),
  running: (jobId: string): Key<SenderId> => keyOf('running', jobId),
  allRunning: prefixOf('running'),
} as const
