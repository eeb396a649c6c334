import type { Core } from '../../core.ts'
import { spokenFirst } from '../../rulebook/rule-book.ts'
import type { Sends } from '../sending.ts'
import { lookAtTemplate, sendRules, type TemplateRequest } from './look.ts'

/** what every rule would say of a template send now. Nothing is written. */
export async function explainTemplate(core: Core, request: TemplateRequest): ReturnType<Sends['explainTemplate']> {
  const { attempt } = await lookAtTemplate(core, request)
  const verdict = core.judge.refusal(sendRules, attempt)
  return { ...(verdict && { verdict }), words: spokenFirst(core.judge.words(sendRules, attempt), verdict) }
}
