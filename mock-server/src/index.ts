export type { Wire } from './api/delivery/socket/wire.ts'
export type { PlainAnswer } from './api/route.ts'
export {
  createRoutes,
  type FaceOfRequest,
  type PlainRequest,
  type Routes,
  type RoutesOptions,
} from './api/routes.ts'
export { type InProcess, inProcess } from './faces/in-process/in-process.ts'
export {
  createMockPlatform,
  type MockClock,
  type MockOptions,
  type MockPlatform,
} from './faces/in-process/mock-platform.ts'
export type { Span } from './faces/in-process/span.ts'
export { createPlatform, type PlatformOptions, WorldError } from './platform/index.ts'
export type * from './platform/platform.ts'
export type { RuleNumbers } from './platform/rulebook/numbers.ts'
export type { StorePort } from './platform/store.ts'
export type { Explanation, RuleWord, Verdict } from './platform/verdict.ts'
export type * from './platform/world.ts'
export { type IndexedDbStore, indexedDbStore } from './store/indexed-db.ts'
export { memoryStore } from './store/memory.ts'
