import type { Answer } from '../../answer.ts'
import { read } from '../../answer.ts'
import { errorAnswer } from '../../error-answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { malformed } from '../../shape.ts'
import { type JsonObject, readObject } from '../../wechat/call.ts'
import { readContent } from '../../wechat/customer-service-content.ts'
import { idOf } from '../senders.ts'
import { accountOf } from './account-of.ts'

/** every rule's word on a body of `custom/send` that is not sent. */
export const explainCustomerRoute: Route = route<JsonObject>({
  id: 'control.official-accounts.explain-customer',
  method: 'POST',
  path: '/control/v1/official-accounts/:id/explain-customer',
  body: { read: readObject },
  handle: explain,
})

async function explain({ platform, params, body }: RequestContext<JsonObject>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { touser } = body
  if (typeof touser !== 'string') return wrong('touser', 'an openid')
  const content = readContent(body)
  if (!content.ok) return wrong(content.field, `what custom/send takes (${content.code})`)
  const { verdict, words, shown } = await platform.customerService.explain({
    sender: id,
    openid: touser,
    content: content.content,
  })
  return read({ passes: verdict === undefined, ...(verdict && { denial: verdict }), words, shown })
}

function wrong(field: string, expected: string): Answer {
  return errorAnswer(malformed({ field, expected, received: 'something else' }), { kind: 'control' })
}
