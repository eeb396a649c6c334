export type { Clock, Random, Timers } from './clock.ts'
export type { Geometry, Launch, Lifecycle, Navigator, Page, PageQuery, Peers, Rect, Report } from './host.ts'
export type {
  Connection,
  EventSourceLike,
  Http,
  HttpExchange,
  HttpRequest,
  HttpResponse,
  Socket,
  SocketEvents,
} from './network.ts'
export type { Storage } from './storage.ts'
export type { Undo } from './undo.ts'
export { type VirtualTime, virtualTime } from './virtual-time.ts'
