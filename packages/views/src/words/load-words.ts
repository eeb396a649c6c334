import type { Words } from './words.ts'

const loads: { readonly [Language: string]: () => Promise<Words> } = {
  __proto__: null as never,
  en: () => import('./english.ts').then(({ english }) => english),
  fr: () => import('./languages/french.ts').then(({ french }) => french),
  ar: () => import('./languages/arabic.ts').then(({ arabic }) => arabic),
  pt: () => import('./languages/portuguese.ts').then(({ portuguese }) => portuguese),
  sw: () => import('./languages/swahili.ts').then(({ swahili }) => swahili),
  ha: () => import('./languages/hausa.ts').then(({ hausa }) => hausa),
  am: () => import('./languages/amharic.ts').then(({ amharic }) => amharic),
  hi: () => import('./languages/hindi.ts').then(({ hindi }) => hindi),
  bn: () => import('./languages/bengali.ts').then(({ bengali }) => bengali),
  ur: () => import('./languages/urdu.ts').then(({ urdu }) => urdu),
  zh: () => import('./languages/chinese.ts').then(({ chinese }) => chinese),
}

/** The languages that there are words in, by their BCP 47 codes. */
export const languages: readonly string[] = Object.keys(loads)

/**
 * The words of a language, by a BCP 47 tag such as `pt-MZ`; English where there are none. Each language is a file of its own,
 * loaded when it is asked for. Rejects when the file did not load.
 */
export function loadWords(tag: string): Promise<Words> {
  const load = loads[tag.toLowerCase().split('-')[0] as string] || loads['en']
  return (load as () => Promise<Words>)() // English is there
}
