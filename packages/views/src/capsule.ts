export { badgeOf } from './badge.ts'
export { type BubblePlace, bubblePlaceOf } from './bubble/place.ts'
export { bubbleEnglish } from './words/bubble-english.ts'
export type { BubbleSpeech } from './words/say.ts'
