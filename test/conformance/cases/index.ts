import type { Case } from '../case.ts'
import { capability } from './capability.ts'
import { content } from './content.ts'
import { frequency } from './frequency.ts'
import { messageInterface } from './interface.ts'
import { jump } from './jump.ts'
import { templateShape } from './open-api/shape.ts'
import { templateText } from './open-api/text.ts'
import { templateTrust } from './open-api/trust.ts'
import { badInput } from './operator/bad-input.ts'
import { explanations } from './operator/explained.ts'
import { position } from './position.ts'
import { rate } from './rate.ts'
import { receipts } from './receipts.ts'
import { scope } from './scope.ts'

/** Every case there is, by statement. */
export const cases: readonly Case[] = [
  ...frequency,
  ...rate,
  ...capability,
  ...messageInterface,
  ...content,
  ...jump,
  ...templateShape,
  ...templateText,
  ...templateTrust,
  ...scope,
  ...position,
  ...receipts,
  ...explanations,
  ...badInput,
]
