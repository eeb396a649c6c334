export { openSqliteStore, type SqliteOptions } from './open-store.ts'
export type { SqliteStore } from './sqlite-store.ts'
export { StoreError, type StoreFault } from './store-error.ts'
