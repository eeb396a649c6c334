import type { Inbox } from '@minibell/client'
import type { Older } from './older.ts'
import type { Reading } from './reading.ts'

/** What the buttons of a list act on. */
export interface Acting {
  readonly inbox: Inbox
  readonly reading: Reading
  readonly older: Older
}

/** Does what a button of a list says, by its name; any other name does nothing. What happens on screen besides is the surface's matter. */
export function actOn(name: string, itemId: string, { inbox, reading, older }: Acting): void {
  // A detail shows the whole message: that is reading it.
  if (name === 'read' || name === 'detail') inbox.markRead([itemId])
  if (name === 'dismiss') inbox.dismiss([itemId])
  if (name === 'readAll') reading.markAll(inbox, 'read')
  if (name === 'fresh') reading.toTop()
  if (name === 'history') older.retry()
  if (name === 'retry') inbox.retry()
}
