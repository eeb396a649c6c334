import { html, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { choice } from '../../parts/choice.ts'
import { rulesOf } from '../../parts/facts.ts'
import { type NewRuleSet, newRuleSet, ruleSetOf } from './announce-form.ts'
import { announcements } from './announcements.ts'
import { ownChoices } from './own-choices.ts'
import { ruleList } from './rule-list.ts'

/** Every rule with its switch, and the announcements of revisions (MA-20). */
export function rulesPage(desk: Desk): Page {
  let wanted: NewRuleSet = newRuleSet()
  const change = (part: Partial<NewRuleSet>): void => {
    wanted = { ...wanted, ...part }
    desk.redraw()
  }
  const announce = async (): Promise<void> => {
    const put = async (): Promise<unknown> =>
      desk.door.call('PUT', `/rule-sets/${encodeURIComponent(wanted.version)}`, ruleSetOf(wanted))
    if (await desk.act(put, `Version ${wanted.version} is announced.`)) change(newRuleSet())
  }
  return {
    name: 'Rules',
    view() {
      const isBulletin = desk.address().query['show'] === 'announcements'
      return html`<div class="page"><header class="page-head"><h1 tabindex="-1">Rules</h1>${counted(desk)}</header>
        <div class="filters">${choice({
          label: 'Shown',
          name: 'show',
          options: [
            { value: '', label: 'Rules' },
            { value: 'announcements', label: 'Announcements' },
          ],
          chosen: isBulletin ? 'announcements' : '',
          choose: (show) => desk.tune({ show }),
        })}</div>
        ${isBulletin ? [ownChoices(desk), announcements(desk, { wanted, change, announce })] : ruleList(desk)}
      </div>`
    },
  }
}

function counted(desk: Desk): TemplateResult {
  const all = [...rulesOf(desk).values()]
  const off = all.filter(({ enabled }) => !enabled).length
  return html`<p class="quiet">${all.length} of them${off === 0 ? '' : `, ${off} switched off`}</p>`
}
