export { type BubbleBox, bubbleBoxOf } from './bubble/box.ts'
export {
  arrive,
  type Bubble,
  type Circumstances,
  dwellMs,
  elapse,
  leave,
  noBubble,
} from './bubble/bubble.ts'
export { type BubbleFace, faceOf } from './bubble/face.ts'
export { stepOf } from './list/step.ts'
export { type Choice, type ChoiceState, choicesOf, reportKinds } from './message/choices.ts'
export { sentenceOf } from './message/outcome.ts'
export { type Switchboard, type SwitchboardHooks, type SwitchRow, switchboardOf } from './message/switchboard.ts'
export { type Wish, wishOf } from './message/wish.ts'
export { choicesEnglish } from './words/choices-english.ts'
