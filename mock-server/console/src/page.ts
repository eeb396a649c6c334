import type { TemplateResult } from 'lit/html.js'

/** One page of the console: pure but for what it keeps while it is looked at. */
export interface Page {
  /** In the menu and in the title. */
  readonly name: string
  view(): TemplateResult
}
