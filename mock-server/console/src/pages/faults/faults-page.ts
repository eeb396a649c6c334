import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { menu } from '../../parts/choice.ts'
import { empty } from '../../parts/empty.ts'
import { field } from '../../parts/field.ts'
import { switchBox } from '../../parts/switch-box.ts'
import { type Declared, declaredFaults } from './declared.ts'
import { type Fault, kinds, needs, presets } from './fault.ts'

interface OwnFault {
  readonly route: string
  readonly kind: string
  readonly probability: string
}

/** Faults that are declared, a shelf of common ones, and one of your own. */
export function faultsPage(desk: Desk): Page {
  let own: OwnFault = { route: 'miniapp.*', kind: 'status', probability: '1' }
  const change = (part: Partial<OwnFault>): void => {
    own = { ...own, ...part }
    desk.redraw()
  }
  return {
    name: 'Faults',
    view() {
      const declared = declaredFaults(desk)
      return html`<div class="page"><header class="page-head"><h1 tabindex="-1">Faults</h1><p class="quiet">What goes wrong on purpose: by seed, so that it goes wrong the same way again.</p></header>
        <section class="card" aria-label="Declared">${declared.faults.length === 0 ? none() : list(declared)}</section>
        <h2 class="section">Common ones</h2>
        <ul class="presets">${presets.map(
          ({ name, says, fault }) =>
            html`<li class="card">${switchBox({
              label: name,
              isOn: declared.has(fault),
              turn: (isOn) => (isOn ? declared.add(fault) : declared.remove(fault)),
            })}<p class="quiet">${says}</p></li>`,
        )}</ul>
        <section class="card" aria-label="One of your own"><h2>One of your own</h2>${ownForm({ own, change, add: declared.add })}</section>
      </div>`
    },
  }
}

function ownForm({
  own,
  change,
  add,
}: { readonly own: OwnFault; change(part: Partial<OwnFault>): void } & Pick<Declared, 'add'>): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault()
    void add({ route: own.route, kind: own.kind, probability: Number(own.probability), ...needs[own.kind] })
  }
  return html`<form class="inline" @submit=${submit}>
    ${field({ id: 'fault-route', label: 'Route', value: own.route, required: true, note: 'miniapp.send, open-api.*, delivery.socket …', changed: (route) => change({ route }) })}
    ${menu({ label: 'Kind', id: 'fault-kind', options: kinds.map((kind) => ({ value: kind, label: kind })), chosen: own.kind, choose: (kind) => change({ kind }) })}
    ${field({ id: 'fault-probability', label: 'Probability', value: own.probability, note: '0 to 1', changed: (probability) => change({ probability }) })}
    <button>Declare</button></form>`
}

function none(): TemplateResult {
  return empty({
    icon: 'bolt',
    title: 'Everything works',
    text: 'Switch a fault on below and see whether your server and your page get over it. Another world forgets all of them.',
  })
}

function list({ faults, remove, clear }: Declared): TemplateResult {
  return html`<div class="actions spread"><h2>Declared</h2><button type="button" class="small" @click=${clear}>Take all back</button></div>
    <ul class="entries">${faults.map((fault) => row(fault, () => remove(fault)))}</ul>`
}

function row(fault: Fault, remove: () => void): TemplateResult {
  const { route, kind, struck, ...more } = fault
  return html`<li class="actions"><code>${route}</code><b>${kind}</b>${Object.entries(more).map(([name, value]) => html`<span class="quiet">${name} ${String(value)}</span>`)}
    ${struck === undefined ? nothing : html`<span class="chip">struck ${struck}×</span>`}
    <button type="button" class="small" aria-label=${`Take back: ${kind} of ${route}`} @click=${remove}>Take back</button></li>`
}
