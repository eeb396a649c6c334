import { amharic } from './lists/amharic.ts'
import { arabic } from './lists/arabic.ts'
import { bengali } from './lists/bengali.ts'
import { chinese } from './lists/chinese.ts'
import { english } from './lists/english.ts'
import { french } from './lists/french.ts'
import { hausa } from './lists/hausa.ts'
import { hindi } from './lists/hindi.ts'
import { portuguese } from './lists/portuguese.ts'
import { swahili } from './lists/swahili.ts'
import { urdu } from './lists/urdu.ts'
import type { TermList } from './term-list.ts'

/** The lists of the eleven served languages. */
export const servedTerms: readonly TermList[] = [
  english,
  french,
  portuguese,
  swahili,
  hausa,
  arabic,
  urdu,
  amharic,
  hindi,
  bengali,
  chinese,
]
