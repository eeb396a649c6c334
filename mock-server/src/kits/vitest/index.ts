export type { Delivered } from './delivered.ts'
export { matchers } from './matchers.ts'
export { type MockTest, type MockTestOptions, mockTest } from './mock-test.ts'
export { systemTime } from './system-time.ts'
