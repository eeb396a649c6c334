import type { Core } from '../../core.ts'
import type { Template } from '../../world.ts'
import type { Sends, ShownMessage } from '../sending.ts'
import { lookAtTemplate, sendRules, type TemplateRequest, type TemplateSend } from './look.ts'
import { redirectOf, templateMessage, wordingFor } from './wording.ts'

/** what every rule would say of a template send now. Nothing is written. */
export async function explainTemplate(core: Core, request: TemplateRequest): ReturnType<Sends['explainTemplate']> {
  const send = await lookAtTemplate(core, request)
  const { attempt } = send
  const { verdict, explanation: words } = core.judge.judged(sendRules, attempt)
  const shown = attempt.template && shownOf(send, attempt.template)
  return { ...(verdict && { verdict }), words, ...(shown && { shown }) }
}

const placements = { INBOX: 'list', PUSH: 'bubble', SMS: 'text' } as const

function shownOf(send: TemplateSend, template: Template): ShownMessage {
  const wording = wordingFor(send, template)
  const message = templateMessage(wording, redirectOf(send.sender, send.request.redirectUrl))
  return { message, placement: placements[template.channel], language: wording.language }
}
