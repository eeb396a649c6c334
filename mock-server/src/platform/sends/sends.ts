import type { Core } from '../core.ts'
import type { Expiry } from '../delivery/expiry.ts'
import type { Sends } from '../platform.ts'
import { registerMessage } from './register.ts'
import { sendService } from './service/send-service.ts'
import { sendTemplate } from './template/send-template.ts'
import { withdraw } from './withdraw.ts'

/** The send side of the platform. */
export function sends(core: Core, due: Expiry): Sends {
  const { together } = core.gate
  return {
    registerMessage: (message) => together(() => registerMessage(core, message)),
    sendService: (send) => together(() => sendService(core, due, send)),
    sendTemplate: (send) => together(() => sendTemplate(core, send)),
    withdraw: (itemId) => together(() => withdraw(core, itemId)),
  }
}
