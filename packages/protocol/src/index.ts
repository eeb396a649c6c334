export type { Change } from './change.ts'
export {
  decodeChanges,
  decodeDeliveryProblem,
  decodeReceiptsAnswer,
  decodeReported,
  decodeSnapshot,
  decodeSwitches,
} from './decode/answers.ts'
export { decodeChange } from './decode/change.ts'
export { DecodeError } from './decode/decode-error.ts'
export { decodeServerFrame } from './decode/frames.ts'
export { decodeMessage } from './decode/message.ts'
export { decodeClientFrame, decodeReceipt } from './decode/receipts.ts'
export type { ByeCode, Changes, ClientFrame, RefusedReceipt, ServerFrame } from './frames.ts'
export type {
  Counts,
  DeliveryProblem,
  ReceiptsAnswer,
  Reported,
  ReportKind,
  Snapshot,
  SnapshotItem,
  Switches,
} from './http.ts'
export type { InboxItem, ReceiptKind, Sender } from './item.ts'
export type { Jump, PageJump, WebJump } from './jump.ts'
export { formatJumpUrl } from './jump-url/format.ts'
export type { JumpUrlNote, JumpUrlOptions } from './jump-url/options.ts'
export { maxJumpUrlLength, type ParsedJumpUrl, parseJumpUrl } from './jump-url/parse.ts'
export { formatQuery, parseQuery } from './jump-url/query.ts'
export type { JumpUrlRefusal, JumpUrlRefused } from './jump-url/refusal.ts'
export { resolvePage } from './jump-url/resolve.ts'
export { isMarked, kindsOf, type Marks, marksOf, noMarks } from './marks.ts'
export type {
  CustomerMessage,
  Message,
  ServiceMessage,
  TemplateLine,
  TemplateMessage,
  UnsupportedMessage,
} from './message.ts'
export type { Position } from './position.ts'
export type { AllReceipt, ItemReceipt, Receipt } from './receipt.ts'
