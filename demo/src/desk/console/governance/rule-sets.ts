import type { Bulletin, Operator, Standing } from '../../../door/operator.ts'
import { h } from '../../../look/element.ts'
import { dateText, dayMs, minuteText } from '../../../look/words.ts'
import { choice, field } from '../../compose/field.ts'
import { type Deeds, refill } from '../parts.ts'

/** MA-20: the bulletin with which revision is in force, and which ones this developer has agreed to by sending on. */
export function drawRuleSets(
  root: HTMLElement,
  {
    bulletin,
    standing,
    timeZone,
  }: { readonly bulletin: Bulletin; readonly standing: Standing; readonly timeZone: string },
): void {
  const agreed = ({ name, version }: { readonly name: string; readonly version: string }) =>
    standing.agreements.find((one) => one.name === name && one.version === version)
  refill(
    root,
    h(
      'ol',
      { class: 'rule-sets' },
      [...bulletin.ruleSets].reverse().map((set) => {
        const since = agreed(set)
        return h(
          'li',
          { class: 'rule-set', 'data-version': set.version, 'data-state': set.state.replace(' ', '-') },
          h(
            'div',
            { class: 'rule-set-head' },
            h('b', {}, `${set.name} ${set.version}`),
            h('span', { class: `tag tag-${set.state === 'in force' ? 'good' : 'quiet'}` }, set.state),
          ),
          h('p', {}, set.bulletin.en),
          h(
            'p',
            { class: 'quiet' },
            set.effectiveAt === 0
              ? 'From the beginning.'
              : `From ${dateText(set.effectiveAt, timeZone)}, ${minuteText(set.effectiveAt, timeZone)}.`,
            since ? ` Agreed to by sending, ${dateText(since.at, timeZone)}.` : notAgreed[set.state],
          ),
        )
      }),
    ),
  )
}

const notAgreed = {
  announced: ' The first send after that agrees to it.',
  'in force': ' Not agreed to yet: the next send does.',
  past: ' Never agreed to: nothing was sent while it was in force.',
} as const

const starts = [
  { value: '0', label: 'at once' },
  { value: '1', label: 'in 1 day' },
  { value: '7', label: 'in 7 days' },
  { value: '30', label: 'in 30 days' },
] as const

/** Announces a revision of the frequency cap, the number that developers feel most; `PUT /control/v1/rule-sets/VERSION` takes them all. */
export function announceForm(door: {
  readonly operator: Operator
  readonly doing: Deeds
  now(): number
  bulletin(): Bulletin | undefined
}): HTMLElement {
  const days = field({ name: 'revision-days', label: 'One message every … days' }, () => undefined)
  days.input.setAttribute('inputmode', 'numeric')
  days.input.setAttribute('pattern', '[1-9][0-9]?')
  days.input.title = 'A whole number from 1 to 99'
  days.input.required = true
  days.set('7')
  const from = choice({ name: 'revision-from', label: 'In force' }, () => undefined)
  from.offer(starts)
  from.select.value = '7'
  const announce = async (event: Event): Promise<void> => {
    event.preventDefault()
    const span = Number(days.value())
    const bulletin = door.bulletin()
    await door.doing.run(() =>
      door.operator.announce({
        name: bulletin?.inForce.name ?? 'miniapp-messages',
        version: nextVersion(bulletin),
        effectiveAt: Math.round(door.now()) + Number(from.select.value) * dayMs,
        bulletin: {
          en: `One message every ${span} days to one recipient.`,
          zh: `每 ${span} 天最多向同一用户发送 1 条消息。`,
        },
        numbers: { frequency: { mode: 'rolling', days: span } },
      }),
    )
  }
  return h(
    'details',
    { class: 'fold' },
    h('summary', {}, 'Announce a revision'),
    h(
      'form',
      { class: 'form', onsubmit: (event) => void announce(event) },
      h('div', { class: 'field-pair' }, days.element, from.element),
      h('button', { type: 'submit', class: 'deed deed-strong', 'data-key': 'announce' }, 'Announce it'),
    ),
  )
}

/** One more than the greatest that is a number. */
function nextVersion(bulletin: Bulletin | undefined): string {
  const numbers = bulletin?.ruleSets.map(({ version }) => Number.parseInt(version, 10)).filter(Number.isFinite) ?? []
  return String(Math.max(0, ...numbers) + 1)
}
