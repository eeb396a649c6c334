export { createPlatform, type PlatformOptions } from './create-platform.ts'
export type {
  AccountTemplate,
  DeveloperPush,
  Follower,
  LibraryEntry,
  OfficialAccount,
  Operation,
  WechatSettings,
} from './official-account/records.ts'
export type {
  AccessGrant,
  Delivery,
  DeliverySession,
  Directory,
  Journal,
  JournalEntry,
  JournalRow,
  Platform,
  PlatformClock,
  RuleBook,
  RuleFacts,
  Scope,
  SendOutcome,
  Sends,
  TextMessage,
  Texts,
  Worlds,
} from './platform.ts'
export type { Processes, Room } from './processes/processes.ts'
export type { RuleNumbers } from './rulebook/numbers.ts'
export { seeded } from './seeded.ts'
export { type Key, keyOf, padded, partsOf, prefixOf } from './storage/key.ts'
export type { Transaction } from './storage/transaction.ts'
export type {
  Commit,
  PartitionDump,
  ScanRange,
  ScanRow,
  StoreDump,
  Stored,
  StorePort,
  Tail,
} from './store.ts'
export type { Explanation, RuleWord, Verdict } from './verdict.ts'
export type {
  Capability,
  ClientRecord,
  Consent,
  OpenApiSettings,
  Person,
  PersonId,
  SenderId,
  SenderPage,
  SenderRecord,
  Template,
  Webhook,
  WebhookEvent,
  World,
  WorldInstant,
} from './world.ts'
export { capabilities, decodePerson, decodeSender, decodeTemplate } from './worlds/decode-records.ts'
export { decodeClient, decodeConsent, decodeSettings, decodeSuperApp } from './worlds/decode-tenant.ts'
export { decodeWebhook } from './worlds/decode-webhook.ts'
export { WorldError } from './worlds/world-error.ts'
