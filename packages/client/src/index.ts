export type { Inbox, InboxEventName, InboxEvents, InboxScope, OpenOutcome } from './inbox.ts'
export type { InboxSnapshot, InboxStatus } from './snapshot.ts'
