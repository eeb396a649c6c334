/** Why data on disk cannot be opened or kept; `message` is one sentence that a terminal can show as it is. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreFault

  constructor(code: StoreFault, message: string, options?: { readonly cause: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** `full`: nothing of what was asked is kept, and what was kept before stays readable. */
export type StoreFault = 'in-use' | 'newer' | 'foreign' | 'corrupt' | 'full' | 'unwritable' | 'closed' | 'failed'

/** SQLite's primary result codes that a user can do something about. */
const faults: Readonly<Record<number, StoreFault>> = {
  5: 'in-use',
  6: 'in-use',
  8: 'unwritable',
  11: 'corrupt',
  13: 'full',
  14: 'unwritable',
  26: 'corrupt',
}

const words: Readonly<Record<StoreFault, string>> = {
  'in-use': 'another process has it open. Stop that one, or choose another with --data.',
  newer: 'a newer version of Minibell wrote it. Use that version, or choose another with --data.',
  foreign: 'it is the database of another program. Choose another with --data.',
  corrupt: 'it is damaged. Put a backup in its place, or choose another with --data.',
  full: 'the disk is full. Free some space, and send again what was not answered.',
  unwritable: 'it cannot be written. Give this user the right to, or choose another with --data.',
  closed: 'it is closed. Start the platform again.',
  failed: 'the database refused. Look at the cause, and choose another with --data if it stays so.',
}

export function storeError(fault: StoreFault, file: string, cause?: unknown): StoreError {
  return new StoreError(
    fault,
    `Failed to keep data in ${file}: ${words[fault]}`,
    cause === undefined ? undefined : { cause },
  )
}

/** What a failure of SQLite or of the file system means for the user. */
export function faultOf(error: unknown): StoreFault {
  // Node's errors carry these members where they are of SQLite, or of the system.
  const { errcode, code } = error as { readonly errcode?: unknown; readonly code?: unknown }
  if (typeof errcode === 'number') return faults[errcode & 0xff] ?? 'failed'
  if (code === 'ENOSPC') return 'full'
  return code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST' ? 'unwritable' : 'failed'
}
