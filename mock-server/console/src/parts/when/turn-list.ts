import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import type { Facts } from '../facts.ts'
import { icon } from '../icon.ts'
import type { Turn } from './outlook.ts'
import { instantText, spanText } from './time.ts'

/** What time alone will change, each with a button that goes there. `timeZone`: of the person whom it is about. */
export function turnList(
  desk: Desk,
  { turns, facts, timeZone }: { readonly turns: readonly Turn[]; readonly facts: Facts; readonly timeZone?: string },
): TemplateResult {
  const now = desk.news.now()
  return html`<ol class="turns">${turns.map((turn) => {
    const says = turnText(turn, facts)
    const go = (): Promise<boolean> =>
      desk.act(() => desk.door.call('POST', '/clock', { moveTo: turn.at }), `The clock was moved: ${says}.`)
    return html`<li><span class="when">in ${spanText(turn.at - now)}<span class="quiet figures">${instantText(turn.at, timeZone)}${timeZone === undefined ? ' UTC' : ''}</span></span>
      <span>${says}${turn.rule === '' ? nothing : html` <a class="rule-id" href=${hashOf({ page: 'rules', id: turn.rule })}>${turn.rule}</a>`}</span>
      <button type="button" class="small" @click=${go} aria-label=${`Go there: ${says}`}>${icon('clock', 16)}Go there</button></li>`
  })}</ol>`
}

/** `Amina Odhiambo may get a message of Kijani Energy again`. */
export function turnText(turn: Turn, facts: Facts): string {
  const sender = facts.sender(turn.sender)?.name ?? turn.sender ?? ''
  const person = facts.person(turn.person)?.name ?? turn.person ?? ''
  switch (turn.kind) {
    case 'opens':
      return `${person} can be sent to again by ${sender}`
    case 'becomes-inactive':
      return `${person} becomes inactive for ${sender}`
    case 'comes-back':
      return `${sender} may send again`
    case 'reply-ends':
      return `${sender} may answer ${person} no more after “${turn.about}”`
    case 'rules-change':
      return `The rules ${turn.about} take effect`
    case 'account-switches':
      return `${sender} gets the reply windows of 2023`
  }
}
