import { html, type TemplateResult } from 'lit/html.js'
import { type IconName, icon } from './icon.ts'

/** What a page says where there is nothing yet: what will stand here, and the way there. */
export function empty(parts: {
  readonly icon: IconName
  readonly title: string
  readonly text: unknown
  readonly way?: unknown
}): TemplateResult {
  return html`<div class="empty">${icon(parts.icon, 28)}<h2>${parts.title}</h2><p>${parts.text}</p>${parts.way}</div>`
}

/** A problem in place of what would stand there. */
export function trouble(problem: string | undefined): TemplateResult | undefined {
  return problem === undefined ? undefined : html`<p class="trouble" role="alert">${problem}</p>`
}
