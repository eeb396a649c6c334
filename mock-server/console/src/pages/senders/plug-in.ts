import type { SenderRecord } from '@minibell/mock'
import { html, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { switchBox } from '../../parts/switch-box.ts'

/** WO-1: an account's function of template messages, which is opened on the plug-in page once its application was granted. */
export function plugIn(desk: Desk, { id }: SenderRecord): TemplateResult {
  const path = `/official-accounts/${encodeURIComponent(id)}`
  const { value } = desk.get<{ readonly plugin: 'open' | 'closed'; readonly industries?: readonly number[] }>(path)
  if (!value) return html``
  const turn = (isOn: boolean): Promise<boolean> => {
    const plugin = isOn ? 'open' : 'closed'
    return desk.act(() => desk.door.call('PUT', `${path}/plugin`, { plugin }), `The function is ${plugin}.`)
  }
  return html`<h3>Template messages</h3>
    ${switchBox({ label: 'The plug-in page is open (WO-1)', isOn: value.plugin === 'open', turn })}
    <p class="quiet">Industries: ${value.industries?.join(' and ') ?? 'none chosen yet (WO-2)'}</p>`
}
