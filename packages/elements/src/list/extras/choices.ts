import type { Inbox } from '@minibell/client'
import type { InboxItem, ReportKind } from '@minibell/protocol'
import type { ChoiceWords, Row } from '@minibell/views'
import { choicesEnglish } from '@minibell/views/extras'
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

  const acts: Readonly<Record<string, (item: InboxItem) => Promise<string>>> = {
    ...reports(host),
    async stop({ sender }) {
      await host.inbox?.preferences?.mute(sender)
      return choiceWordsOf(host).stopped
    },
    async allow({ sender }) {
      await host.inbox?.preferences?.unmute(sender)
      return choiceWordsOf(host).allowed
    },
  }

  const choices = (item: InboxItem, inbox: Inbox): TemplateResult => {
    const words = choiceWordsOf(host)
    const { muted } = inbox.getSnapshot().sender(item.sender)
    return asked === item.id
      ? html`<div class="kinds" role="group" aria-label=${words.report}>${kinds.map(([name]) => pill(name, words[name]))}</div>`
      : html`${pill('report', words.report)}${muted ? pill('allow', words.allow) : pill('stop', words.stop)}`
  }

  return {
    tray(item, { unread }) {
      const { markRead, details, dismiss } = speech().words
      const plain = [unread && pill('read', markRead), pill('detail', details), pill('dismiss', dismiss)]
      const more = host.inbox && host.inbox.preferences ? choices(item, host.inbox) : ''
      return html`<div class="tray" data-act="">${asked === item.id ? '' : plain}${more}</div>`
    },
    act(name, itemId) {
      const { inbox } = host
      const item = inbox && inbox.find(itemId)
      const act = acts[name]
      asked = name === 'report' ? itemId : ''
      if (asked) focusSoon(root)
      if (!inbox || !item || !act) return !!asked
      const said = (sentence: string): void =>
        tell(fill(sentence, { sender: inbox.getSnapshot().sender(item.sender).name }))
      act(item).then(said, () => said(choiceWordsOf(host).notDone))
      return false
    },
  }
}

/** The words of the four kinds, and what the platform calls them. */
const kinds = [
  ['harassing', 'harassing'],
  ['isFalse', 'false'],
  ['marketing', 'marketing'],
  ['other', 'other'],
] as const

function reports(host: Surface): Readonly<Record<string, (item: InboxItem) => Promise<string>>> {
  const report = (kind: ReportKind) => async (item: InboxItem) => {
    await host.inbox?.preferences?.report(item.id, kind)
    return choiceWordsOf(host).reported
  }
  return Object.assign({}, ...kinds.map(([name, kind]) => ({ [name]: report(kind) })))
}

/** The question is there when the drawing that is due has been. */
function focusSoon(root: ShadowRoot): void {
  setTimeout(() => root.querySelector<HTMLElement>('.kinds button')?.focus())
}

const styles = `.tray{position:relative;display:flex;flex-wrap:wrap;width:100%;margin:4px 0 -6px;padding-inline-start:48px}
.tray .pill{padding:0 3px}
.tray span{padding:6px 11px}`
