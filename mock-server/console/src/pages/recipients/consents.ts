import type { Person, SenderRecord } from '@minibell/mock'
import { html, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { switchBox } from '../../parts/switch-box.ts'

interface Consent {
  readonly person: string
  readonly sender: string
  readonly channel: string
  readonly agreed: boolean
}

const channels = ['INBOX', 'PUSH', 'SMS'] as const

/** OA-8.consent: the channels that a person takes from a sender; subscribed where nothing was said. */
export function consents(
  desk: Desk,
  { person, sender }: { readonly person: Person; readonly sender: SenderRecord },
): TemplateResult {
  const said = desk.get<{ readonly consents: readonly Consent[] }>('/consents').value?.consents ?? []
  const agreed = (channel: string): boolean =>
    said.find((one) => one.person === person.id && one.sender === sender.id && one.channel === channel)?.agreed ?? true
  const turn =
    (channel: string) =>
    (isOn: boolean): Promise<boolean> =>
      desk.act(
        () => desk.door.call('PUT', '/consents', { person: person.id, sender: sender.id, channel, agreed: isOn }),
        'The consent is set.',
      )
  return html`<fieldset><legend>Subscribed to</legend><div class="checks">${channels.map((channel) =>
    switchBox({ label: channel, isOn: agreed(channel), turn: turn(channel) }),
  )}</div></fieldset>`
}
