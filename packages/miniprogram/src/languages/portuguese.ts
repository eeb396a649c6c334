import { portuguese as words } from '@minibell/views/words/pt'
import type { Language } from '../given.ts'

/** Portuguese: its words, and how it writes numbers and times. */
export const portuguese: Language = {
  tag: 'pt',
  words: words,
  writing: {
    comma: '.',
    plural: (count) => (count < 2 ? 'one' : count % 1_000_000 ? 'other' : 'many'),
    weekdays: ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'],
    months: ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
    short: '{d} de {m}',
    long: '{d} de {m} de {y}',
    full: '{d} de {m} de {y}, {t}',
    time: '{h}:{i}',
  },
}
