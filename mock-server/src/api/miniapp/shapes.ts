import * as v from 'valibot'
import { reader, text } from '../shape.ts'

/** Content may be absent here: that all three parts are there is for the rules to say (MA-8). */
const part = v.optional(v.string('a string'), '')

const content = { title: part, content: part, jumpUrl: part, topic: v.exactOptional(text(64)) }

const signed = {
  requestId: v.exactOptional(text(64)),
  sign: v.exactOptional(text(4096)),
  timeStamp: v.exactOptional(v.union([text(32), v.number()], 'a string or a number')),
}

/** MA-14: compared where all three are given. */
const occurrence = {
  scenario: v.exactOptional(text(64)),
  action: v.exactOptional(text(64)),
  occurrenceId: v.exactOptional(text(64)),
}

/** How many there may be is for the rules to say (MA-7.recipients). */
const uniqueIds = v.array(text(128), 'an array of strings')

/** MA-7: content without recipients. */
export const readRegistration = reader(v.object({ miniappId: text(32), ...content, ...signed }, 'a JSON object'))

/** Which of the two there is: registered content by its id, or content sent along. */
const either = {
  messageId: v.exactOptional(text(64)),
  message: v.exactOptional(v.object(content, 'an object')),
}

const isEither = ({ messageId, message }: { readonly messageId?: string; readonly message?: unknown }): boolean =>
  (messageId === undefined) !== (message === undefined)

const sayEither = 'either "messageId" or "message"'

/** MA-7: recipients, with registered or inline content. */
export const readSend = reader(
  v.pipe(
    v.object({ miniappId: text(32), uniqueIds, ...either, ...occurrence, ...signed }, 'a JSON object'),
    v.check((asked) => isEither(asked), sayEither),
  ),
)

/** MA-5: a file of recipients instead of a list. */
export const readFileSend = reader(
  v.pipe(
    v.object({ miniappId: text(32), fileId: text(64), ...either, ...signed }, 'a JSON object'),
    v.check((asked) => isEither(asked), sayEither),
  ),
)

/** MA-6: the developer's application. */
export const readApplication = reader(v.object({ miniappId: text(32) }, 'a JSON object'))
