import type { Inbox } from '@minibell/client'
import { type SwitchRow, switchboardOf } from '@minibell/views/extras'
import type { TemplateResult } from 'lit/html.js'
import type { Surface } from '../../surface.ts'
import { choiceWordsOf } from './choices.ts'
import type { ExtrasHooks } from './lent.ts'

/** Whose messages the person wants: one switch for the sender of a mini-program, one for each in a host, and there one for all. */
export interface Settings {
  /** Shows them; what the platform has is asked for anew. */
  open(): void
  template(inbox: Inbox): TemplateResult
  /** Turns the switch of a sender, `''` for all; a refusal leaves it as it was and is told. */
  turn(sender: string): void
}

export function settingsOf(host: Surface, root: ShadowRoot, { lent, tell }: ExtrasHooks): Settings {
  const { html, dress, avatarTemplate, avatarOf } = lent
  dress(root, styles)
  const board = switchboardOf({
    inbox: () => host.inbox,
    changed: () => host.changed(),
    refused: () => tell(choiceWordsOf(host).notDone),
  })
  const switchTemplate = ({ sender, on }: SwitchRow): TemplateResult =>
    html`<button class="switch" role="switch" data-act="turn" data-sender=${sender ? sender.id : ''} aria-checked=${on} ?disabled=${!board.isReady()}>${
      sender ? avatarTemplate(avatarOf(sender, host.pictures)) : ''
    }<span class="grow">${sender ? sender.name : choiceWordsOf(host).everybody}</span><i></i></button>`

  return {
    open: board.open,
    turn: board.turn,
    template: (inbox) => html`<div class="group">${board.rows(inbox).map(switchTemplate)}</div>`,
  }
}

/** Its knob moves in the direction of the text. */
const styles = `.switch{display:flex;align-items:center;width:100%;min-height:60px;padding:0 16px;border-top:1px solid var(--_line)}
.switch:first-child{border-top:0}
.behind .said:not(:empty){visibility:visible}
.switch .avatar{margin-inline-end:12px}
.switch i{flex:none;width:44px;height:26px;padding:3px;border-radius:13px;background:var(--_quiet);transition:.18s}
.switch i:after{content:"";display:block;width:20px;height:20px;border-radius:10px;background:var(--_raised);transition:.18s}
.switch[aria-checked=true] i{background:var(--_accent)}
.switch[aria-checked=true] i:after{margin-inline-start:18px}
.switch:disabled{opacity:.5}
@media(forced-colors:active){.switch i{forced-color-adjust:none;background:GrayText}.switch i:after{background:Canvas}.switch[aria-checked=true] i{background:Highlight}}`
