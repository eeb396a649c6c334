import { choicesEnglish } from './choices-english.ts'
import { listEnglish } from './list-english.ts'
import type { Words } from './words.ts'

/** Every word in English. Replace any of it: `{ ...english, messages: 'Inbox' }`. Marked pure, so that it is dropped where it is not used. */
export const english: Words = /* @__PURE__ */ Object.assign({}, listEnglish, choicesEnglish)
