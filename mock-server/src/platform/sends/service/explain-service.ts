import type { Core } from '../../core.ts'
import type { Sends } from '../../platform.ts'
import { lookAt, type ServiceRequest, wholeRefusal, wholeWords } from './look.ts'
import { preview } from './preview.ts'

/** what every rule would say now. Nothing is written. */
export async function explainService(core: Core, request: ServiceRequest): ReturnType<Sends['explainService']> {
  const send = await lookAt(core, request)
  const whole = wholeRefusal(core, send)
  const { outcomes } = await preview(core, send)
  return {
    ...(whole && { whole }),
    words: wholeWords(core, send),
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
