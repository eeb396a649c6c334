import type { Template } from '@minibell/mock'
import { hashOf, pageNames } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Pages } from '../pages/pages.ts'
import { outcomeOf, subjectOf } from '../pages/sends/outcome.ts'
import { factsOf, rulesOf } from '../parts/facts.ts'

/** Something that has an address here. */
export interface Found {
  readonly kind: string
  readonly label: string
  readonly words: string
  readonly hash: string
}

/** Pages first, then senders, people, templates, rules, and the newest 500 sends. */
export function allOf(desk: Desk, pages: Pages): readonly Found[] {
  const { senders, persons } = factsOf(desk)
  const templates = desk.get<{ readonly templates: readonly Template[] }>('/templates').value?.templates ?? []
  const one = (
    kind: string,
    parts: { readonly label: string; readonly words?: string; readonly hash: string },
  ): Found => ({
    kind,
    ...parts,
    words: `${parts.label} ${parts.words ?? ''}`,
  })
  return [
    ...pageNames.map((page) => one('page', { label: pages[page].name, hash: hashOf({ page }) })),
    ...senders.map(({ id, name, wireId }) =>
      one('sender', { label: name, words: `${id} ${wireId}`, hash: hashOf({ page: 'senders', id }) }),
    ),
    ...persons.map(({ id, name, recipientIds }) =>
      one('recipient', {
        label: name,
        words: `${id} ${recipientIds.map((own) => own.id).join(' ')}`,
        hash: hashOf({ page: 'recipients', id }),
      }),
    ),
    ...templates.map(({ code, name }) =>
      one('template', { label: name, words: code, hash: hashOf({ page: 'templates', id: code }) }),
    ),
    ...[...rulesOf(desk).values()].map(({ id, summary }) =>
      one('rule', { label: `${id}: ${summary}`, hash: hashOf({ page: 'rules', id }) }),
    ),
    ...[...desk.news.rows()]
      .filter(({ isSend }) => isSend)
      .reverse()
      .slice(0, 500)
      .map((row) =>
        one('send', {
          label: `${subjectOf(row)} · ${outcomeOf(row).label}`,
          words: row.summary,
          hash: hashOf({ page: 'sends', id: row.id }),
        }),
      ),
  ]
}
