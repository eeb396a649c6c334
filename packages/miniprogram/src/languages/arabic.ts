import type { PluralForm } from '@minibell/views'
import { arabic as words } from '@minibell/views/words/ar'
import type { Language } from '../given.ts'

/** Arabic: its words, and how it writes numbers and times. */
export const arabic: Language = {
  tag: 'ar',
  words: words,
  writing: {
    comma: ',',
    plural: arabicPlural,
    weekdays: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
    months: [
      'يناير',
      'فبراير',
      'مارس',
      'أبريل',
      'مايو',
      'يونيو',
      'يوليو',
      'أغسطس',
      'سبتمبر',
      'أكتوبر',
      'نوفمبر',
      'ديسمبر',
    ],
    short: '{d} {m}',
    long: '{d} {m} {y}',
    full: '{d} {m} {y}، {t}',
    time: '{h}:{i} {a}',
    halves: ['ص', 'م'],
  },
}

function arabicPlural(count: number): PluralForm {
  const rest = count % 100
  if (count < 3) return count === 0 ? 'zero' : count === 1 ? 'one' : 'two'
  if (rest > 2 && rest < 11) return 'few'
  return rest > 10 ? 'many' : 'other'
}
