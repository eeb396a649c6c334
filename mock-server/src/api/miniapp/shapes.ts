import * as v from 'valibot'
import { reader, text } from '../shape.ts'

/** Content may be absent here: that all three parts are there is for the rules to say (MA-8). */
const part = v.optional(v.string('a string'), '')

const content = { title: part, content: part, jumpUrl: part }

const signed = {
  requestId: v.exactOptional(text(64)),
  sign: v.exactOptional(text(4096)),
  timeStamp: v.exactOptional(v.union([text(32), v.number()], 'a string or a number')),
}

/** How many there may be is for the rules to say (MA-7.recipients). */
const uniqueIds = v.array(text(128), 'an array of strings')

/** MA-7: content without recipients. */
export const readRegistration = reader(v.object({ miniappId: text(32), ...content, ...signed }, 'a JSON object'))

/** MA-7: recipients, with registered or inline content. */
export const readSend = reader(
  v.pipe(
    v.object(
      {
        miniappId: text(32),
        uniqueIds,
        messageId: v.exactOptional(text(64)),
        message: v.exactOptional(v.object(content, 'an object')),
        ...signed,
      },
      'a JSON object',
    ),
    v.check(
      ({ messageId, message }) => (messageId === undefined) !== (message === undefined),
      'either "messageId" or "message"',
    ),
  ),
)
