import { avatarOf, briefOf, fill, rowOf, type Speech } from '@minibell/views'
import { html } from 'lit/html.js'
import { dress } from '../../live.ts'
import { avatarTemplate, pill } from '../../look/parts.ts'
import { keywordsTemplate } from '../rows.ts'

/** What the extras are lent: they import nothing that is there already, so that the first file stays in one piece, which is smaller. */
export const lent = { html, avatarOf, briefOf, fill, rowOf, dress, pill, avatarTemplate, keywordsTemplate }

/** Besides, what they may ask of the list. */
export interface ExtrasHooks {
  readonly lent: typeof lent
  speech(): Speech
  /** Says a sentence for a while. */
  tell(sentence: string): void
  act(name: string, itemId: string): void
}
