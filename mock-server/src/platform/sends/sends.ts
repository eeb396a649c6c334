import type { Core } from '../core.ts'
import type { Expiry } from '../delivery/expiry.ts'
import type { AcceptedTemplate, Sends } from '../platform.ts'
import { outlook } from './outlook/sender-outlook.ts'
import { turnsOf } from './outlook/turns.ts'
import { registerMessage } from './register.ts'
import { explainService } from './service/explain-service.ts'
import { sendService } from './service/send-service.ts'
import { explainTemplate } from './template/explain-template.ts'
import { sendTemplate } from './template/send-template.ts'
import { withdraw } from './withdraw.ts'

/** The send side of the platform. */
export function sends(core: Core, due: Expiry): Sends {
  const { together } = core.gate
  const listeners = new Set<(message: AcceptedTemplate) => void>()
  const tell = (message: AcceptedTemplate): void => {
    for (const listener of [...listeners]) listener(message)
  }
  return {
    registerMessage: (message) => together(() => registerMessage(core, message)),
    sendService: (send) => together(() => sendService(core, due, send)),
    explainService: (send) => together(() => explainService(core, send)),
    sendTemplate: (send) => together(() => sendTemplate(core, send, tell)),
    explainTemplate: (send) => together(() => explainTemplate(core, send)),
    outlook: (person) => outlook(core, person),
    turns: (persons) => turnsOf(core, persons),
    withdraw: (itemId) => together(() => withdraw(core, itemId)),
    onTemplate(listener) {
      const own: typeof listener = (message) => listener(message)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
  }
}
