import { type Jump, parseJumpUrl, type TemplateMessage } from '@minibell/protocol'
import { pickLanguage, sameLanguage } from '../../rulebook/open-api/language.ts'
import { fill } from '../../rulebook/open-api/placeholders.ts'
import type { SenderRecord, Template } from '../../world.ts'
import type { TemplateSend } from './look.ts'

/** A template filled in for one person: title and content, and the language that was picked (OA-4, OA-6). */
export interface Wording {
  readonly title: string
  readonly content: string
  readonly language: string
}

export function wordingFor({ attempt, person }: TemplateSend, template: Template): Wording {
  const picked = pickLanguage(attempt.templates, {
    recipient: person?.language ?? template.defaultLanguage,
    byDefault: template.defaultLanguage,
  })
  const [language, text] = textOf(template, picked?.language ?? template.defaultLanguage)
  const parameters = picked?.parameters ?? {}
  return { title: fill(text.title, parameters), content: fill(text.content, parameters), language }
}

/** One line of the message for each line of the template. */
export function templateMessage({ title, content }: Wording, jump: Jump | undefined): TemplateMessage {
  return { kind: 'template', title, lines: content.split('\n').map((text) => ({ text })), ...(jump && { jump }) }
}

/** OA-3; nothing where there is no page to go to. */
export function redirectOf(sender: SenderRecord, url: string | undefined): Jump | undefined {
  if (url === undefined) return undefined
  const parsed = parseJumpUrl(url, { appId: sender.wireId, sender: sender.id })
  return parsed.ok ? parsed.jump : undefined
}

/** The default language's text, or the first, where the rule that asks for a known language is switched off. */
function textOf(template: Template, language: string): readonly [string, Template['texts'][string]] {
  const texts = Object.entries(template.texts)
  const find = (wanted: string) => texts.find(([tag]) => sameLanguage(tag, wanted))
  return find(language) ?? find(template.defaultLanguage) ?? texts[0] ?? [language, { title: '', content: '' }]
}
