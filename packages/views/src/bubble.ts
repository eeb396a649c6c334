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
