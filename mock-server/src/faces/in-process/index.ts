export { createRoutes, type Routes, type RoutesOptions } from '../../api/routes.ts'
export { type InProcess, inProcess } from './in-process.ts'
export { createMockPlatform, type MockClock, type MockOptions, type MockPlatform } from './mock-platform.ts'
export type { Span } from './span.ts'
