import { urdu as words } from '@minibell/views/words/ur'
import type { Language } from '../given.ts'

/** Urdu: its words, and how it writes numbers and times. */
export const urdu: Language = {
  tag: 'ur',
  words: words,
  writing: {
    comma: ',',
    plural: (count) => (count === 1 ? 'one' : 'other'),
    weekdays: ['اتوار', 'پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ'],
    months: ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'],
    short: '{d} {m}',
    long: '{d} {m}، {y}',
    full: '{d} {m}، {y}، {t}',
    time: '{h}:{i} {a}',
    halves: ['AM', 'PM'],
  },
}
