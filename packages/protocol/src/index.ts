export type { Change } from './change.ts'
export type { ByeCode, Changes, ClientFrame, RefusedReceipt, ServerFrame } from './frames.ts'
export type { Counts, DeliveryProblem, ReceiptsAnswer, Snapshot, SnapshotItem } from './http.ts'
export type { InboxItem, ReceiptKind, Sender } from './item.ts'
export type { Jump, PageJump, WebJump } from './jump.ts'
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
