import { french as words } from '@minibell/views/words/fr'
import type { Language } from '../given.ts'

/** French: its words, and how it writes numbers and times. */
export const french: Language = {
  tag: 'fr',
  words: words,
  writing: {
    comma: '\u00a0',
    plural: (count) => (count < 2 ? 'one' : count % 1_000_000 ? 'other' : 'many'),
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    short: '{d} {m}',
    long: '{d} {m} {y}',
    full: '{d} {m} {y}, {t}',
    time: '{h}:{i}',
  },
}
