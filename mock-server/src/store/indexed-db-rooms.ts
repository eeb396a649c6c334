/** The object stores of one database, inside one transaction. */
export interface Rooms {
  /** `Row` by `[partition, key]`; array keys sort part by part, texts by code unit, which is the store's own order. */
  readonly values: IDBObjectStore
  /** Log entry by `[partition, offset]`. */
  readonly log: IDBObjectStore
  /** `{base, top}` by partition. */
  readonly heads: IDBObjectStore
  /** `version`: the largest that was given. */
  readonly meta: IDBObjectStore
}

export interface Row {
  readonly value: unknown
  readonly version: number
}

export interface Keeper {
  /** Runs `work` in one transaction and resolves with its result once that is complete. What throws inside undoes all of it. */
  inside<Result>(mode: IDBTransactionMode, work: (rooms: Rooms) => Promise<Result>): Promise<Result>
  readonly database: IDBDatabase
}

const names = ['values', 'log', 'heads', 'meta'] as const

/** Opens the database and makes its object stores the first time. */
export async function openKeeper(name: string): Promise<Keeper> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    for (const room of names) request.result.createObjectStore(room)
  }
  const database = await result<IDBDatabase>(request)
  database.onversionchange = () => database.close()
  return { database, inside: (mode, work) => inside(database, mode, work) }
}

export function closed(keeper: Keeper): void {
  keeper.database.close()
}

async function inside<Result>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (rooms: Rooms) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(names, mode)
  const done = finished(transaction)
  const [values, log, heads, meta] = names.map((room) => transaction.objectStore(room)) as unknown as [
    IDBObjectStore,
    IDBObjectStore,
    IDBObjectStore,
    IDBObjectStore,
  ]
  try {
    const made = await work({ values, log, heads, meta })
    await done
    return made
  } catch (error) {
    done.catch(() => undefined)
    abort(transaction)
    throw error
  }
}

/** It may be over already, by the very error that brought us here. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // Nothing is left to undo.
  }
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(failure(transaction.error))
    transaction.onerror = () => reject(failure(transaction.error))
  })
}

/** What a request brings. Its type is what this store itself wrote there. */
export function result<Value>(request: IDBRequest): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Value)
    request.onerror = () => reject(failure(request.error))
  })
}

/** Walks a cursor while `visit` says true. */
export function each(
  request: IDBRequest<IDBCursorWithValue | null>,
  visit: (key: IDBValidKey, value: unknown) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(failure(request.error))
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor || !visit(cursor.key, cursor.value)) resolve()
      else cursor.continue()
    }
  })
}

function failure(cause: DOMException | null): Error {
  const why = cause ? `${cause.name}: ${cause.message}` : 'the transaction was aborted'
  return new Error(`Failed to use IndexedDB: ${why}. Leave private mode, or free some space.`, { cause })
}
