import type { JsonSchema } from './json-schema-of.ts'

const text = { type: 'string' }
const whole = { type: 'integer' }

const object = (required: readonly string[], properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  required,
  properties,
})

const problem = object(['error'], { error: object(['code', 'message'], { code: text, message: text }) })

interface Answers {
  /** What the dialect is for. */
  readonly about: string
  readonly schema: JsonSchema
  /** Whether a refusal has a status of its own. */
  readonly refusals: boolean
}

/** The shape that all answers of a dialect have. What `data` and other members hold, docs/mock-api.md tells. */
export const answers: Readonly<Record<string, Answers>> = {
  miniapp: {
    about: 'Service messages of mini-programs: developers send, apply for the capability, read what they were told.',
    schema: object(['code', 'message'], { code: whole, message: text, data: { type: 'object' } }),
    refusals: false,
  },
  'open-api': {
    about: 'Template messages and access tokens; calls may be signed.',
    schema: object(['result'], {
      result: object(['resultStatus', 'resultCode'], {
        resultStatus: { enum: ['S', 'F', 'U'] },
        resultCode: text,
        resultMessage: text,
      }),
    }),
    refusals: false,
  },
  wechat: {
    about: 'Template, subscription and customer-service messages of official accounts.',
    schema: { type: 'object', properties: { errcode: whole, errmsg: text } },
    refusals: false,
  },
  delivery: {
    about: 'The inbox: what clients read, follow and say of their items.',
    schema: { type: 'object' },
    refusals: true,
  },
  control: {
    about: 'The operator: world, clock, people, senders, rules, faults and the journal.',
    schema: { type: 'object' },
    refusals: true,
  },
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
