import { latinPromotions } from './latin-lists.ts'
import { otherPromotions } from './other-lists.ts'
import type { PromotionList } from './promotion-list.ts'

/** The lists of the eleven served languages. */
export const servedPromotions: readonly PromotionList[] = [...latinPromotions, ...otherPromotions]
