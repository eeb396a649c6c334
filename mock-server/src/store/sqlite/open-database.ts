import { DatabaseSync } from 'node:sqlite'
import { schema, schemaVersion } from './schema.ts'
import { faultOf, StoreError, storeError } from './store-error.ts'

/** `mbel`, in the file's header. */
const applicationId = 0x6d62656c

/** Larger files are not read whole at each start; damage in them is met when their pages are. */
const largestChecked = 67_108_864

/** What the caller knows of the file before SQLite touches it. */
export interface DatabaseFile {
  readonly path: string
  /** The first 100 bytes; absent: there is no file, it is empty, or its making broke off. */
  readonly header?: Uint8Array
  readonly bytes: number
  /** In pages of 4,096 bytes; a test's full disk. */
  readonly maxPages?: number
}

/**
 * Opens a database for this process alone, until it is closed or the process ends. Throws `StoreError`; then the file is as it was.
 */
export function openDatabase(file: DatabaseFile): DatabaseSync {
  checkHeader(file)
  try {
    if (file.header) checkPages(file)
    return prepared(file)
  } catch (error) {
    throw error instanceof StoreError ? error : storeError(faultOf(error), file.path, error)
  }
}

function checkHeader({ header, path }: DatabaseFile): void {
  if (!header) return
  const bytes = Buffer.from(header)
  if (bytes.length < 100 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw storeError('corrupt', path)
  if (bytes.readUInt32BE(68) !== applicationId) throw storeError('foreign', path)
  if (bytes.readUInt32BE(60) > schemaVersion) throw storeError('newer', path)
}

/** By a connection that cannot write, so that a damaged file stays as it is. */
function checkPages({ path, bytes }: DatabaseFile): void {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const check = bytes <= largestChecked ? 'PRAGMA quick_check(1)' : 'PRAGMA schema_version'
    const row = database.prepare(check).get()
    if ('quick_check' in (row ?? {}) && row?.['quick_check'] !== 'ok') throw storeError('corrupt', path)
  } finally {
    database.close()
  }
}

function prepared({ path, maxPages }: DatabaseFile): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536')
    database.exec('PRAGMA synchronous = FULL')
    // Before the log is switched on, so that the header is in the file itself from the first commit.
    database.exec(`BEGIN EXCLUSIVE; ${schema}; PRAGMA application_id = ${applicationId};
      PRAGMA user_version = ${schemaVersion}; COMMIT`)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 8000')
    if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${maxPages}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
