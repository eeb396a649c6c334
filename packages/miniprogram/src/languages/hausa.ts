import { hausaCalendar, hausa as words } from '@minibell/views/words/ha'
import type { Language } from '../given.ts'

/** Hausa: its words, and how it writes numbers and times. */
export const hausa: Language = {
  tag: 'ha',
  words: words,
  writing: {
    comma: ',',
    plural: (count) => (count === 1 ? 'one' : 'other'),
    ...hausaCalendar,
    full: '{d} {m}, {y}, {t}',
    time: '{h}:{i}',
  },
}
