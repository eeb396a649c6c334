import type { Person } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import type { Facts } from '../../parts/facts.ts'
import { switchBox } from '../../parts/switch-box.ts'

/** The person's own switches (70011): all messages, and those of each sender. */
export function pushSwitches(
  desk: Desk,
  { person, facts }: { readonly person: Person; readonly facts: Facts },
): TemplateResult {
  const path = `/persons/${encodeURIComponent(person.id)}/switches`
  const { value } = desk.get<{ readonly push: boolean; readonly muted: readonly string[] }>(path)
  if (!value) return html``
  const turn =
    (sender?: string) =>
    (isOn: boolean): Promise<boolean> =>
      desk.act(
        () => desk.door.call('PUT', path, { push: isOn, ...(sender === undefined ? {} : { sender }) }),
        'The switch is set.',
      )
  const known = facts.senders.filter(
    ({ account, platform }) => platform !== 'wechat' && person.recipientIds.some((one) => one.account === account),
  )
  return html`<fieldset><legend>Push, as the person switched it</legend><div class="checks">
    ${switchBox({ label: 'All messages', isOn: value.push, turn: turn() })}
    ${value.push ? known.map(({ id, name }) => switchBox({ label: name, isOn: !value.muted.includes(id), turn: turn(id) })) : nothing}
  </div></fieldset>`
}
