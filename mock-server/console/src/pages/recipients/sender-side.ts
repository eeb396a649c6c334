import type { Person, SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import { menu } from '../../parts/choice.ts'
import { icon } from '../../parts/icon.ts'
import { senderFace } from '../../parts/sender-face.ts'
import type { SenderOutlook } from '../../parts/when/outlook.ts'
import { agoText, dayMs, spanText } from '../../parts/when/time.ts'
import { consents } from './consents.ts'
import { subscriptions } from './subscriptions.ts'
import { timeline } from './timeline.ts'

/** A person with the instants at which they last used each mini-program. */
export interface PersonWithUses extends Person {
  readonly uses: Readonly<Record<string, number>>
}

/** One sender towards one person: whether a message gets through now, why not, its windows, and what the person can do about it. */
export function senderSide(
  desk: Desk,
  {
    person,
    sender,
    outlook,
  }: { readonly person: PersonWithUses; readonly sender: SenderRecord; readonly outlook: SenderOutlook },
): TemplateResult {
  const now = desk.news.now()
  const { open, verdict, opensAt, windows } = outlook
  const lastUsedAt = person.uses[sender.id]
  return html`<li class="card" data-sender=${sender.id} data-open=${open ? 'yes' : 'no'}>
    <div class="actions">${senderFace(sender)}<h3>${sender.name}</h3><span class="chip" data-tone=${open ? 'good' : verdict?.mendAfterMs === undefined ? 'bad' : 'warn'}>${
      open ? 'Can be sent to' : verdict ? `Not now · ${verdict.rule}` : 'Waits for the user'
    }</span></div>
    ${opensAt === undefined ? nothing : html`<p><b>In ${spanText(opensAt - now)}</b> this user can be sent to again.</p>`}
    ${verdict ? html`<p class="quiet">${verdict.hint.en}</p>` : nothing}
    ${!open && !verdict ? html`<p class="quiet">An account may answer once the user did something: wrote, scanned, or tapped the menu.</p>` : nothing}
    ${windows.length > 0 ? timeline(windows, { now, timeZone: person.timeZone }) : nothing}
    ${sender.platform === 'wechat' ? nothing : html`<p class="quiet">${lastUsedAt === undefined ? 'Never used.' : `Last used ${agoText(lastUsedAt, now)}.`}</p>`}
    ${sender.platform === 'wechat' ? subscriptions(desk, { sender, openid: openidOf(person, sender) }) : nothing}
    ${sender.platform === 'open-api' ? consents(desk, { person, sender }) : nothing}
    <div class="actions">${ways(desk, { person, sender })}<a class="button small" href=${hashOf({ page: 'compose', query: { from: sender.id, to: person.id } })}>${icon('send', 16)}Compose</a></div>
  </li>`
}

function ways(
  desk: Desk,
  { person, sender }: { readonly person: PersonWithUses; readonly sender: SenderRecord },
): unknown {
  if (sender.platform === 'wechat') return official(desk, { person, sender })
  const use = (at: number | null): Promise<boolean> =>
    desk.act(
      () => desk.door.call('POST', `/persons/${encodeURIComponent(person.id)}/uses`, { sender: sender.id, at }),
      'The last use is set.',
    )
  return menu({
    label: `Set when ${person.name} last used ${sender.name}`,
    id: `use-${sender.id}`,
    isQuiet: true,
    options: [
      { value: '', label: 'Set last use …' },
      ...lastUses.map(({ label, days }) => ({ value: days === undefined ? 'never' : String(days), label })),
    ],
    chosen: '',
    isCommand: true,
    choose: (days) => {
      if (days !== '') void use(days === 'never' ? null : desk.news.now() - Number(days) * dayMs)
    },
  })
}

const lastUses = [
  { label: 'just now', days: 0 },
  { label: '10 days ago', days: 10 },
  { label: '30 days ago', days: 30 },
  { label: '31 days ago', days: 31 },
  { label: 'never', days: undefined },
] as const

/** CS-1: what a user may do with an account. */
function official(desk: Desk, { person, sender }: { readonly person: Person; readonly sender: SenderRecord }): unknown {
  const openid = encodeURIComponent(openidOf(person, sender))
  const path = `/official-accounts/${encodeURIComponent(sender.id)}/followers/${openid}/actions`
  const act = (action: object, done: string): Promise<boolean> =>
    desk.act(() => desk.door.call('POST', path, action), done)
  const first = person.name.split(' ')[0]
  return [
    html`<button type="button" class="small" @click=${() => act({ kind: 'text', content: 'Hello' }, `${first} wrote.`)}>${first} writes</button>`,
    html`<button type="button" class="small" @click=${() => act({ kind: 'menu-click', key: 'console' }, `${first} tapped the menu.`)}>taps the menu</button>`,
    html`<button type="button" class="small" @click=${() => act({ kind: 'scan', scene: 'console' }, `${first} scanned the code.`)}>scans the code</button>`,
  ]
}

function openidOf(person: Person, { account }: SenderRecord): string {
  return person.recipientIds.find((one) => one.account === account)?.id ?? ''
}
