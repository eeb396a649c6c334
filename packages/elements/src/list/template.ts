import { countText, type ListWords, listFaceOf, listLineOf, type Older, say } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { iconButton, pill } from '../look/parts.ts'
import { emptyTemplate, lineTemplate, skeletonTemplate } from './faces.ts'
import type { Shown } from './feed.ts'

export interface ListLook {
  readonly filter: 'all' | 'unread'
  /** Sentence about the last tap; `''` for none. */
  readonly said: string
  readonly older: ReturnType<Older['phase']>
}

interface ListListeners {
  click(event: Event): void
  key(event: KeyboardEvent): void
  focus(event: Event): void
  press(event: PointerEvent): void
}

/** All of a list but its rows, which are put into the feed afterwards. */
export function listTemplate(shown: Shown, look: ListLook, on: ListListeners): TemplateResult {
  const { list, snapshot, speech } = shown
  const { words, format } = speech
  const { filter, said } = look
  const face = listFaceOf(snapshot, list, { words, filter })
  const line = face.kind === 'rows' && listLineOf(snapshot, words)
  const { waiting } = list
  const parts = [
    filtersTemplate(shown, filter),
    line ? lineTemplate(line, 'retry', words) : '',
    waiting ? pill('fresh', say(words.newMessages, waiting, format), 'solid fresh') : '',
    face.kind === 'loading'
      ? skeletonTemplate(words)
      : face.kind === 'rows'
        ? feedTemplate(words, look.older)
        : emptyTemplate(face, words),
  ]
  return html`<div class="list" @click=${on.click} @keydown=${on.key} @focusin=${on.focus} @pointerdown=${on.press}>${parts}<div class="said" part="said" role="status">${said}</div></div>`
}

function filtersTemplate({ snapshot, speech }: Shown, filter: 'all' | 'unread'): TemplateResult {
  const { words, format } = speech
  const choice = (name: 'all' | 'unread', count: number): TemplateResult =>
    html`<button class="pill" data-act=${name} aria-pressed=${filter === name}><span part="pill">${words[name]}${count ? html` <b>${countText(count, format)}</b>` : nothing}</span></button>`
  return html`<div class="filters" role="group" aria-label=${words.messages}>${[choice('all', 0), choice('unread', snapshot.unread)]}${iconButton('refresh', 'refresh', words.refresh)}</div>`
}

function feedTemplate(words: ListWords, older: ListLook['older']): TemplateResult {
  const retry = older === 'failed'
  const line = { text: retry ? words.notLoaded : words.loading, retry }
  return html`<div class="feed" role="feed" aria-label=${words.messages} aria-busy=${older === 'loading'}></div>${older === 'idle' ? nothing : lineTemplate(line, 'history', words)}`
}
