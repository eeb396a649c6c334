import { listEnglish } from '@minibell/views'
import { choicesEnglish } from '@minibell/views/extras'
import type { Language } from '../given.ts'

/** English: its words, and how it writes numbers and times. */
export const english: Language = {
  tag: 'en',
  words: Object.assign({}, listEnglish, choicesEnglish),
  writing: {
    comma: ',',
    plural: (count) => (count === 1 ? 'one' : 'other'),
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    short: '{m} {d}',
    long: '{m} {d}, {y}',
    full: '{m} {d}, {y}, {t}',
    time: '{h}:{i}\u00a0{a}',
    halves: ['AM', 'PM'],
  },
}
