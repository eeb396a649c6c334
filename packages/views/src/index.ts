export { type Badge, type BadgeOptions, badgeOf } from './badge.ts'
export {
  arrive,
  type Bubble,
  type Circumstances,
  dwellMs,
  elapse,
  leave,
  noBubble,
} from './bubble/bubble.ts'
export { type BubblePlace, bubblePlaceOf, type CapsuleRect } from './bubble/place.ts'
export { type ListFace, type ListLine, listFaceOf, listLineOf } from './list/face.ts'
export { headingOf, type List, type Listed, type ListOptions, listOf } from './list/list.ts'
export { type Extent, type ListWindow, windowOf } from './list/window.ts'
export { type Avatar, avatarOf } from './message/avatar.ts'
export { firstDirection, languageDirection } from './message/direction.ts'
export { type Row, rowOf } from './message/row.ts'
export { briefOf, type MessageTexts, textsOf } from './message/texts.ts'
export { bubbleEnglish } from './words/bubble-english.ts'
export { english } from './words/english.ts'
export type { BubbleFormat, DateStyle, Format, PluralForm } from './words/format.ts'
export { listEnglish } from './words/list-english.ts'
export { type BubbleSpeech, fill, type Speech, say } from './words/say.ts'
export { dayText, timeText } from './words/time-text.ts'
export type { BubbleWords, ChoiceWords, ListWords, PluralText, Words } from './words/words.ts'
