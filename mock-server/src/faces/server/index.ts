export { type Listening, type ListenOptions, listen } from './listen.ts'
export { ListenError } from './listen-error.ts'
export { realClock, realTimers } from './real-time.ts'
export { type KeyPair, selfMade } from './tls/self-made.ts'
