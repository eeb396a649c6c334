import { bengali as words } from '@minibell/views/words/bn'
import type { Language } from '../given.ts'

/** Bengali: its words, and how it writes numbers and times. */
export const bengali: Language = {
  tag: 'bn',
  words: words,
  writing: {
    digits: '০১২৩৪৫৬৭৮৯',
    comma: ',',
    group: 2,
    plural: (count) => (count < 2 ? 'one' : 'other'),
    weekdays: ['রবিবার', 'সোমবার', 'মঙ্গলবার', 'বুধবার', 'বৃহস্পতিবার', 'শুক্রবার', 'শনিবার'],
    months: ['জানু', 'ফেব', 'মার্চ', 'এপ্রি', 'মে', 'জুন', 'জুল', 'আগ', 'সেপ', 'অক্টো', 'নভে', 'ডিসে'],
    short: '{d} {m}',
    long: '{d} {m}, {y}',
    full: '{d} {m}, {y}, {t}',
    time: '{h}:{i} {a}',
    halves: ['AM', 'PM'],
  },
}
