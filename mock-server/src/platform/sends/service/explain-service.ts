import type { Core } from '../../core.ts'
import type { Sends } from '../../platform.ts'
import { judgeWhole, lookAt, type ServiceRequest, type ServiceSend } from './look.ts'
import { preview } from './preview.ts'

/** what every rule would say now. Nothing is written. */
export async function explainService(core: Core, request: ServiceRequest): ReturnType<Sends['explainService']> {
  const looked = await lookAt(core, request)
  const send = request.recipientIds.length > 0 ? looked : withoutRecipients(looked)
  const { verdict: whole, words } = judgeWhole(core, send)
  const { outcomes } = await preview(core, send)
  return {
    ...(whole && { whole }),
    words,
    ...(send.message && { shown: { message: { kind: 'service', ...send.message }, placement: 'list' } }),
    recipients: send.addressees.map(({ id, place }) => {
      const outcome = outcomes.get(place)
      return {
        recipientId: id,
        ...(outcome && !outcome.accepted && { verdict: outcome.verdict }),
        words: outcome?.explanation ?? [],
      }
    }),
  }
}

/** A question about the content alone. */
function withoutRecipients({ attempt: { recipients: _, ...attempt }, ...send }: ServiceSend): ServiceSend {
  return { ...send, attempt }
}
