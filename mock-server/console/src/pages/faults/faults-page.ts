import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { menu } from '../../parts/choice.ts'
import { empty } from '../../parts/empty.ts'
import { field } from '../../parts/field.ts'
import { switchBox } from '../../parts/switch-box.ts'

/** X-4, as the control API tells it; `struck` counts. */
interface Fault {
  readonly route: string
  readonly kind: string
  readonly struck?: number
  readonly [more: string]: unknown
}

interface Faults {
  readonly seed: number
  readonly faults: readonly Fault[]
}

/** Situations that a developer wants to see, one click each. */
const presets: readonly { readonly name: string; readonly says: string; readonly fault: Omit<Fault, 'struck'> }[] = [
  {
    name: 'Unknown outcome',
    says: 'The template message goes out, the answer says UNKNOWN_EXCEPTION.',
    fault: { route: 'open-api.send', kind: 'answer', effect: 'after' },
  },
  {
    name: 'Too many requests',
    says: 'Every second service send is over the limit.',
    fault: { route: 'miniapp.send', kind: 'rate-limit', probability: 0.5 },
  },
  {
    name: 'No answer',
    says: 'The connection of a send ends without an answer, once.',
    fault: { route: 'miniapp.send', kind: 'cut', times: 1 },
  },
  {
    name: 'A slow platform',
    says: 'Each service send takes two seconds longer.',
    fault: { route: 'miniapp.send', kind: 'delay', delayMs: 2000 },
  },
  {
    name: 'A lossy line',
    says: 'Every fifth frame to clients is lost.',
    fault: { route: 'delivery.socket', kind: 'drop', probability: 0.2 },
  },
  {
    name: 'Frames twice',
    says: 'Every third frame to clients comes twice.',
    fault: { route: 'delivery.socket', kind: 'duplicate', probability: 0.33 },
  },
  {
    name: 'Frames out of order',
    says: 'Every third frame to clients comes after the next.',
    fault: { route: 'delivery.socket', kind: 'reorder', probability: 0.33 },
  },
]

const kinds = [
  'answer',
  'rate-limit',
  'token-expired',
  'status',
  'drop',
  'cut',
  'delay',
  'duplicate',
  'reorder',
  'clock-skew',
] as const
/** What a kind needs besides the route. */
const needs: Readonly<Record<string, object>> = {
  status: { status: 503 },
  delay: { delayMs: 1000 },
  'clock-skew': { skewMs: 3_600_000 },
}

/** Faults that are declared, a shelf of common ones, and one of your own. */
export function faultsPage(desk: Desk): Page {
  let own = { route: 'miniapp.*', kind: 'status', probability: '1' }
  const set = (faults: readonly Fault[], done: string): Promise<boolean> =>
    desk.act(() => desk.door.call('PUT', '/faults', { faults: faults.map(({ struck: _, ...fault }) => fault) }), done)
  return {
    name: 'Faults',
    view() {
      const declared = desk.get<Faults>('/faults').value?.faults ?? []
      const add = (fault: Fault): Promise<boolean> => set([...declared, fault], 'The fault is declared.')
      const addOwn = (event: Event): void => {
        event.preventDefault()
        void add({ route: own.route, kind: own.kind, probability: Number(own.probability), ...needs[own.kind] })
      }
      const change = (part: Partial<typeof own>): void => {
        own = { ...own, ...part }
        desk.redraw()
      }
      return html`<div class="page"><header class="page-head"><h1 tabindex="-1">Faults</h1><p class="quiet">What goes wrong on purpose: by seed, so that it goes wrong the same way again.</p></header>
        <section class="card" aria-label="Declared">${
          declared.length === 0
            ? empty({
                icon: 'bolt',
                title: 'Everything works',
                text: 'Switch a fault on below and see whether your server and your page get over it. Another world forgets all of them.',
              })
            : html`<div class="actions spread"><h2>Declared</h2><button type="button" class="small" @click=${() => desk.act(() => desk.door.call('DELETE', '/faults'), 'No fault is declared any more.')}>Take all back</button></div>
              <ul class="entries">${declared.map((fault, at) =>
                row(fault, () =>
                  set(
                    declared.filter((_, index) => index !== at),
                    'The fault is taken back.',
                  ),
                ),
              )}</ul>`
        }</section>
        <h2 class="section">Common ones</h2>
        <ul class="presets">${presets.map(({ name, says, fault }) => {
          const at = declared.findIndex((one) => one.route === fault['route'] && one.kind === fault['kind'])
          const turn = (): Promise<boolean> =>
            at < 0
              ? add(fault as Fault)
              : set(
                  declared.filter((_, index) => index !== at),
                  'The fault is taken back.',
                )
          return html`<li class="card">${switchBox({ label: name, isOn: at >= 0, turn })}<p class="quiet">${says}</p></li>`
        })}</ul>
        <section class="card" aria-label="One of your own"><h2>One of your own</h2><form class="inline" @submit=${addOwn}>
          ${field({ id: 'fault-route', label: 'Route', value: own.route, required: true, note: 'miniapp.send, open-api.*, delivery.socket …', changed: (route) => change({ route }) })}
          ${menu({ label: 'Kind', id: 'fault-kind', options: kinds.map((kind) => ({ value: kind, label: kind })), chosen: own.kind, choose: (kind) => change({ kind }) })}
          ${field({ id: 'fault-probability', label: 'Probability', value: own.probability, note: '0 to 1', changed: (probability) => change({ probability }) })}
          <button>Declare</button></form></section>
      </div>`
    },
  }
}

function row(fault: Fault, remove: () => void): TemplateResult {
  const { route, kind, struck, ...more } = fault
  return html`<li class="actions"><code>${route}</code><b>${kind}</b>${Object.entries(more).map(([name, value]) => html`<span class="quiet">${name} ${String(value)}</span>`)}
    ${struck === undefined ? nothing : html`<span class="chip">struck ${struck}×</span>`}
    <button type="button" class="small" aria-label=${`Take back ${kind} of ${route}`} @click=${remove}>Take back</button></li>`
}
