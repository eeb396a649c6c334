import type { JsonSchema } from './json-schema-of.ts'

const text = { type: 'string' }
const whole = { type: 'integer' }

const object = (required: readonly string[], properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  required,
  properties,
})

const problem = object(['error'], { error: object(['code', 'message'], { code: text, message: text }) })

/** The shape that all answers of a dialect have. What `data` and other members hold, docs/mock-api.md tells. */
export const answers: Readonly<Record<string, { readonly schema: JsonSchema; readonly refusals: boolean }>> = {
  miniapp: {
    schema: object(['code', 'message'], { code: whole, message: text, data: { type: 'object' } }),
    refusals: false,
  },
  'open-api': {
    schema: object(['result'], {
      result: object(['resultStatus', 'resultCode'], {
        resultStatus: { enum: ['S', 'F', 'U'] },
        resultCode: text,
        resultMessage: text,
      }),
    }),
    refusals: false,
  },
  wechat: { schema: { type: 'object', properties: { errcode: whole, errmsg: text } }, refusals: false },
  delivery: { schema: { type: 'object' }, refusals: true },
  control: { schema: { type: 'object' }, refusals: true },
}

/** `{error: {code, message}}` of delivery and control. */
export const problemSchema: JsonSchema = problem

/** What is no JSON, by the route's id. */
export const otherAnswers: Readonly<Record<string, string>> = {
  'miniapp.jobs.results': 'text/csv',
  'delivery.stream': 'text/event-stream',
  'control.push-stand-in.check': 'text/plain',
  'control.push-stand-in.push': 'text/plain',
}
