import { amharic as words } from '@minibell/views/words/am'
import type { Language } from '../given.ts'

/** Amharic: its words, and how it writes numbers and times. */
export const amharic: Language = {
  tag: 'am',
  words: words,
  writing: {
    comma: ',',
    plural: (count) => (count < 2 ? 'one' : 'other'),
    weekdays: ['እሑድ', 'ሰኞ', 'ማክሰኞ', 'ረቡዕ', 'ሐሙስ', 'ዓርብ', 'ቅዳሜ'],
    months: ['ጃን', 'ፌብ', 'ማርች', 'ኤፕሪ', 'ሜይ', 'ጁን', 'ጁላይ', 'ኦገስ', 'ሴፕቴ', 'ኦክቶ', 'ኖቬም', 'ዲሴም'],
    short: '{m} {d}',
    long: '{m} {d} {y}',
    full: '{m} {d} {y} {t}',
    time: '{a} {h}:{i}',
    halves: ['ጥዋት', 'ከሰዓት'],
  },
}
