import { hausa as words } from '@minibell/views/words/ha'
import type { Language } from '../given.ts'

/** Hausa: its words, and how it writes numbers and times. */
export const hausa: Language = {
  tag: 'ha',
  words: words,
  writing: {
    comma: ',',
    plural: (count) => (count === 1 ? 'one' : 'other'),
    weekdays: ['Lahadi', 'Litinin', 'Talata', 'Laraba', 'Alhamis', 'Jummaʼa', 'Asabar'],
    months: ['Jan', 'Fab', 'Mar', 'Afi', 'May', 'Yun', 'Yul', 'Agu', 'Sat', 'Okt', 'Nuw', 'Dis'],
    short: '{m} {d}',
    long: '{d} {m}, {y}',
    full: '{d} {m}, {y}, {t}',
    time: '{h}:{i}',
    now: 'yanzu',
    today: 'yau',
    yesterday: 'jiya',
    minute: { one: 'minti {n} da ya gabata', other: 'mintuna {n} da suka gabata' },
    hour: { one: 'awa {n} da ta gabata', other: 'awanni {n} da suka gabata' },
    day: { one: 'kwana {n} da ya gabata', other: 'kwanaki {n} da suka gabata' },
  },
}
