import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type DatabaseFile, openDatabase } from './open-database.ts'
import { type SqliteStore, storeOn } from './sqlite-store.ts'
import { faultOf, storeError } from './store-error.ts'

/** Of `openSqliteStore`. */
export interface SqliteOptions {
  /** Of 4,096 bytes: the file grows no further. Default: as far as the disk goes. */
  readonly maxPages?: number
}

/**
 * A durable store in `DIR/minibell.db`, for this process alone. The folder is made where there is none. Throws `StoreError`, one
 * sentence, for a file that is in use, damaged, of another program or of a newer version; it is left as it was.
 */
export function openSqliteStore(folder: string, options: SqliteOptions = {}): SqliteStore {
  const path = join(folder, 'minibell.db')
  return storeOn(openDatabase({ ...fileAt(folder, path), ...options }), path)
}

function fileAt(folder: string, path: string): DatabaseFile {
  try {
    mkdirSync(folder, { recursive: true })
    const bytes = existsSync(path) ? statSync(path).size : 0
    const isHalfMade = sizeOf(`${path}-journal`) > 0
    return bytes === 0 || isHalfMade ? { path, bytes } : { path, bytes, header: headerOf(path) }
  } catch (error) {
    throw storeError(faultOf(error), path, error)
  }
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}

function headerOf(path: string): Uint8Array {
  const file = openSync(path, 'r')
  const header = new Uint8Array(100)
  const read = readSync(file, header)
  closeSync(file)
  return header.subarray(0, read)
}
