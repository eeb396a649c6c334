import type { JsonSchema } from './json-schema-of.ts'

interface Query {
  readonly name: string
  readonly schema: JsonSchema
  readonly required?: true
}

const whole = (name: string, minimum: number, maximum: number): Query => ({
  name,
  schema: { type: 'integer', minimum, maximum },
})
const word = (name: string): Query => ({ name, schema: { type: 'string' } })
const needed = (name: string): Query => ({ ...word(name), required: true })

const largest = 9_007_199_254_740_991
const position = [word('epoch'), whole('after', 0, largest)]

/** What operations read of a query, by the route's id; those of `wechat` have `access_token` besides. */
export const queries: Readonly<Record<string, readonly Query[]>> = {
  'miniapp.capability.read': [needed('miniappId')],
  'miniapp.internal-messages': [needed('miniappId')],
  'miniapp.files.upload': [needed('miniappId')],
  'miniapp.jobs.read': [needed('miniappId')],
  'miniapp.jobs.results': [needed('miniappId'), whole('from', 0, 500_000), whole('max', 1, 500_000)],
  'wechat.token': [needed('grant_type'), needed('appid'), needed('secret')],
  'wechat.media.upload': [needed('type')],
  'wechat.kf.delete': [needed('kf_account')],
  'wechat.kf.delete.post': [needed('kf_account')],
  'wechat.kf.head-image': [needed('kf_account')],
  'delivery.changes': [...position, whole('max', 1, 1_000), whole('waitMs', 0, 25_000)],
  'delivery.stream': position,
  'delivery.snapshot': [word('cursor'), whole('max', 1, 200)],
  'control.explain.get': [needed('miniappId'), ...['uniqueId', 'messageId', 'title', 'content', 'jumpUrl'].map(word)],
  'control.turns.list': [word('person')],
  'control.template-library': [whole('industry', 1, 41)],
  'control.template-library.examples': [{ name: 'language', schema: { enum: ['en', 'zh'] } }],
  'control.journal.list': [word('after'), whole('max', 1, 1_000)],
  'control.journal.stream': [word('after'), whole('max', 1, 1_000), whole('waitMs', 0, 25_000)],
}
