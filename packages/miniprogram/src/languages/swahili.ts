import { swahili as words } from '@minibell/views/words/sw'
import type { Language } from '../given.ts'

/** Swahili: its words, and how it writes numbers and times. */
export const swahili: Language = {
  tag: 'sw',
  words: words,
  writing: {
    comma: ',',
    plural: (count) => (count === 1 ? 'one' : 'other'),
    weekdays: ['Jumapili', 'Jumatatu', 'Jumanne', 'Jumatano', 'Alhamisi', 'Ijumaa', 'Jumamosi'],
    months: ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ago', 'Sep', 'Okt', 'Nov', 'Des'],
    short: '{d} {m}',
    long: '{d} {m} {y}',
    full: '{d} {m} {y}, {t}',
    time: '{h}:{i}',
  },
}
