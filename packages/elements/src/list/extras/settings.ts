import type { Inbox } from '@minibell/client'
import type { Switches } from '@minibell/protocol'
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
  let switches: Switches | undefined
  dress(root, styles)

  const take = (answer: Promise<Switches> | undefined): void => {
    answer?.then(
      (now) => {
        switches = now
        host.changed()
      },
      () => {
        tell(choiceWordsOf(host).notDone)
        // A switch that was clicked shows again what holds.
        switches = switches && { ...switches }
        host.changed()
      },
    )
  }
  const isOn = (sender: string): boolean => !!switches && (sender ? switches.muted.indexOf(sender) < 0 : switches.push)
  const switchTemplate = (sender: string, name: string, face: TemplateResult | ''): TemplateResult =>
    html`<button class="switch" role="switch" data-act="turn" data-sender=${sender} aria-checked=${isOn(sender)} ?disabled=${!switches}>${face}<span class="grow">${name}</span><i></i></button>`

  return {
    open() {
      take(host.inbox?.preferences?.switches())
    },
    turn(sender) {
      const { preferences } = host.inbox || {}
      const call = isOn(sender) ? 'mute' : 'unmute'
      take(preferences && preferences[call](sender || undefined))
    },
    template({ scope, getSnapshot }) {
      const snapshot = getSnapshot()
      const isHost = scope.kind === 'host'
      const senders = isHost ? snapshot.senders : [snapshot.sender(scope.sender)]
      return html`<div class="group">${isHost ? switchTemplate('', choiceWordsOf(host).everybody, '') : ''}${senders.map(
        (sender) => switchTemplate(sender.id, sender.name, avatarTemplate(avatarOf(sender, host.pictures))),
      )}</div>`
    },
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
