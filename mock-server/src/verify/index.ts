export type { Answered, Asked, Backend, BodyReader, OpenSocket, Way } from './backend.ts'
export { type Outcome, verifyDelivery } from './verify.ts'
