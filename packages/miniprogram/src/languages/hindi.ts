import { hindi as words } from '@minibell/views/words/hi'
import type { Language } from '../given.ts'

/** Hindi: its words, and how it writes numbers and times. */
export const hindi: Language = {
  tag: 'hi',
  words: words,
  writing: {
    comma: ',',
    group: 2,
    plural: (count) => (count < 2 ? 'one' : 'other'),
    weekdays: ['रविवार', 'सोमवार', 'मंगलवार', 'बुधवार', 'गुरुवार', 'शुक्रवार', 'शनिवार'],
    months: ['जन॰', 'फ़र॰', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुल॰', 'अग॰', 'सित॰', 'अक्टू॰', 'नव॰', 'दिस॰'],
    short: '{d} {m}',
    long: '{d} {m} {y}',
    full: '{d} {m} {y}, {t}',
    time: '{h}:{i} {a}',
    halves: ['am', 'pm'],
  },
}
