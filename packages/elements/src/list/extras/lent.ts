import { avatarOf, badgeOf, briefOf, dateText, fill, rowOf, type Speech } from '@minibell/views'
import { html } from 'lit/html.js'
import { dress } from '../../live.ts'
import { avatarTemplate, badgeTemplate, iconButton, picture, pill } from '../../look/parts.ts'
import { directionOf, fire } from '../../surface.ts'
import { actOf } from '../act.ts'
import { keywordsTemplate } from '../rows.ts'

/** What the extras are lent: they import nothing that is there already, so that the first file stays in one piece, which is smaller. */
export const lent = {
  html,
  actOf,
  avatarOf,
  badgeOf,
  briefOf,
  dateText,
  directionOf,
  dress,
  fill,
  fire,
  rowOf,
  pill,
  picture,
  iconButton,
  avatarTemplate,
  badgeTemplate,
  keywordsTemplate,
}

/** Besides, what they may ask of the list. */
export interface ExtrasHooks {
  readonly lent: typeof lent
  speech(): Speech
  /** Says a sentence for a while. */
  tell(sentence: string): void
  act(name: string, itemId: string): void
}
