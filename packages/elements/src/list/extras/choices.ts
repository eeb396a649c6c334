import type { InboxItem } from '@minibell/protocol'
import type { ChoiceWords, Row } from '@minibell/views'
import { choicesEnglish, choicesOf as viewOf, wishOf } from '@minibell/views/extras'
import type { TemplateResult } from 'lit/html.js'
import type { Surface } from '../../surface.ts'
import type { ExtrasHooks } from './lent.ts'

/** What a row's menu offers; where the inbox has `preferences`, a complaint too (MA-21), and an end to its sender's messages. */
export interface Choices {
  /** The actions of a row that is open. */
  readonly tray: (item: InboxItem, row: Row) => TemplateResult
  /** True when the tray has a question left. */
  act(name: string, itemId: string): boolean
}

/** A host may replace them as all others. */
export function choiceWordsOf(host: Surface): ChoiceWords {
  return { ...choicesEnglish, ...host.words }
}

export function choicesOf(host: Surface, root: ShadowRoot, { lent, tell, speech }: ExtrasHooks): Choices {
  const { html, pill, fill } = lent
  lent.dress(root, styles)
  let asked = ''

  return {
    tray(item, { unread }) {
      const { inbox } = host
      const asking = asked === item.id
      const muted = !!inbox && inbox.getSnapshot().sender(item.sender).muted
      const words = { ...speech().words, ...choiceWordsOf(host) }
      const pills = viewOf({ unread, muted, asking, preferences: !!inbox && !!inbox.preferences }, words).map(
        ({ act, text }) => pill(act, text),
      )
      return html`<div class="tray" data-act="">${
        asking ? html`<div class="kinds" role="group" aria-label=${words.report}>${pills}</div>` : pills
      }</div>`
    },
    act(name, itemId) {
      const { inbox } = host
      const item = inbox && inbox.find(itemId)
      const preferences = inbox && inbox.preferences
      const wish = wishOf(name)
      asked = name === 'report' ? itemId : ''
      if (asked) focusSoon(root)
      if (!inbox || !item || !wish || !preferences) return !!asked
      const said = (sentence: string): void =>
        tell(fill(sentence, { sender: inbox.getSnapshot().sender(item.sender).name }))
      const words = choiceWordsOf(host)
      wish.call(preferences, item).then(
        () => said(words[wish.word]),
        () => said(words.notDone),
      )
      return false
    },
  }
}

/** The question is there when the drawing that is due has been. */
function focusSoon(root: ShadowRoot): void {
  setTimeout(() => root.querySelector<HTMLElement>('.kinds button')?.focus())
}

const styles = `.tray{position:relative;display:flex;flex-wrap:wrap;margin:4px 0 -6px;margin-inline-start:-4px;margin-inline-end:-40px}
.tray .pill{padding:0 3px}
.tray span{padding:6px 11px}`
