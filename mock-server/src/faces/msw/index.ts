export { type HandlersOptions, handlers } from './handlers.ts'
export { overrides } from './overrides.ts'
