import * as v from 'valibot'
import { type Answer, done, read } from '../answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { reader, text } from '../shape.ts'
import { operated } from './outcomes.ts'

const base = '/control/v1/stand-in'

const readScript = reader(
  v.strictObject(
    {
      answers: v.pipe(
        v.array(
          v.strictObject({
            status: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(400), v.maxValue(599))),
            resultStatus: v.exactOptional(v.picklist(['S', 'F', 'U'])),
            results: v.exactOptional(
              v.pipe(
                v.array(v.strictObject({ success: v.boolean(), retry: v.exactOptional(v.boolean()) })),
                v.maxLength(20),
              ),
            ),
          }),
          'an array of answers',
        ),
        v.maxLength(100, 'at most 100 answers'),
      ),
    },
    'a JSON object',
  ),
)

const readCall = reader(
  v.object({
    messages: v.pipe(v.array(v.looseObject({ messageId: text(64) })), v.minLength(1), v.maxLength(20, 'at most 20')),
  }),
)

interface Script {
  readonly status?: number
  readonly resultStatus?: 'S' | 'F' | 'U'
  /** By place in the call; the last counts for those after it. Default: success. */
  readonly results?: readonly { readonly success: boolean; readonly retry?: boolean }[]
}
interface Call {
  readonly messages: readonly { readonly messageId: string }[]
}

/** A super app for those who have none (DL-11): point `PUT /control/v1/super-app` at `/control/v1/stand-in`. It keeps its last 100 calls. */
export function standInRoutes(): readonly Route[] {
  let script: readonly Script[] = []
  let calls: readonly Call[] = []
  return [
    {
      id: 'control.stand-in.read',
      method: 'GET',
      path: base,
      handle: async () => read({ calls, left: script.length }),
    },
    route({
      id: 'control.stand-in.put',
      method: 'PUT',
      path: base,
      body: { read: readScript },
      async handle({ body }: RequestContext<{ readonly answers: readonly Script[] }>) {
        script = body.answers
        calls = []
        return done({ left: script.length }, operated(`The stand-in super app has ${script.length} answers`))
      },
    }),
    route({
      id: 'control.stand-in.send',
      method: 'POST',
      path: `${base}/v2/platform/message/send`,
      body: { read: readCall },
      async handle({ body }: RequestContext<Call>) {
        const [next = {}, ...others] = script
        script = others
        calls = [...calls.slice(-99), body]
        return answerOf(next, body)
      },
    }),
  ]
}

function answerOf(
  { status = 200, resultStatus = 'S', results = [{ success: true }] }: Script,
  { messages }: Call,
): Answer {
  if (status !== 200) return { ...read({ error: { code: 'scripted', message: 'As scripted.' } }), status }
  const codes = { S: 'SUCCESS', F: 'PROCESS_FAIL', U: 'UNKNOWN_EXCEPTION' }
  const result = {
    resultStatus,
    resultCode: codes[resultStatus],
    resultMessage: resultStatus === 'S' ? 'success' : 'As scripted.',
  }
  if (resultStatus !== 'S') return read({ result })
  const messageSendResults = messages.map(({ messageId }, place) => {
    const { success = true, retry = false } = results[place] ?? results[results.length - 1] ?? {}
    return { messageId, success, retry }
  })
  return read({ result, messageSendResults })
}
