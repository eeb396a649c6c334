export {
  type BadgeOptions,
  type BubbleFormat,
  type BubbleWords,
  bubbleEnglish,
  type DateStyle,
  english,
  type Format,
  type PluralForm,
  type PluralText,
  type Words,
} from '@minibell/views'
export { bubbleFormat } from './bubble-format.ts'
export { type BubbleTap, CapsuleBubble } from './capsule-bubble/capsule-bubble.ts'
export { type CloseReason, FloatingWindow } from './floating-window.ts'
export { intlFormat } from './intl-format.ts'
export { MessageCenter } from './message-center.ts'
