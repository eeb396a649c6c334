export { EngineError, type EngineFault } from './engine/engine-error.ts'
export { openRedisStore, type RedisStore } from './open-redis-store.ts'
export type { Shelf } from './shared/shelf.ts'
