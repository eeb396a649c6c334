import type { Inbox } from '@minibell/client'
import { dateText, rowOf, type Speech } from '@minibell/views'
import type { Data } from '../changes.ts'
import { avatarData, directionOf } from './cell.ts'

/** A whole message: everything that a row cuts short. `undefined` when the item is no longer held. */
export function detailOf(inbox: Inbox, itemId: string, speech: Speech): Data | undefined {
  const item = inbox.find(itemId)
  if (!item) return
  const { words } = speech
  const row = rowOf(item, inbox.getSnapshot(), speech)
  const { avatar, sender, title, body, picture, webAddress, leads } = row
  return {
    id: item.id,
    ...avatarData(avatar),
    sender,
    time: dateText(item.sentAt, 'full', speech),
    title,
    titleDir: directionOf(row, title),
    picture: picture ? picture.url : '',
    lines: body.map(({ keyword, text }) => ({ keyword: keyword || '', text, dir: directionOf(row, text) })),
    web: webAddress || '',
    open: leads ? words.openPage : '',
    dismiss: words.dismiss,
  }
}
