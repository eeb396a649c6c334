import { h } from '../look/element.ts'
import { type IconName, icon } from '../look/icons.ts'
import { dateText, firstName } from '../look/words.ts'
import { amountOf, monthsBack, shillings } from './figures.ts'
import { factList, linkRow, type PageContext, type PageView, queryNote } from './page-view.ts'

const home: PageView = (context) => {
  const [latest] = bills(context.now)
  return h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'hero' },
      h('p', { class: 'hero-quiet' }, `Hello ${firstName(context.person.name)}`),
      h('p', { class: 'hero-figure' }, '23.4 ', h('small', {}, 'kWh left')),
      h('p', { class: 'hero-quiet' }, 'About 6 days at your usual pace'),
      bars(),
    ),
    h(
      'div',
      { class: 'quick' },
      quick('bill', 'Bills', () => context.go('pages/bills/index')),
      quick('gauge', 'Meter', () => context.go('pages/meter/reading', { meter: meterOf(context) })),
      quick('help', 'Help', () => context.go('pages/help/index')),
    ),
    latest &&
      h(
        'section',
        { class: 'card' },
        h('h3', {}, 'Latest bill'),
        linkRow({ title: latest.month, detail: `Bill ${latest.id}`, end: shillings(billAmount(latest.id)) }, () =>
          context.go('pages/bill/detail', { id: latest.id }),
        ),
      ),
    h(
      'section',
      { class: 'card' },
      h('h3', {}, 'For you'),
      linkRow({ title: 'Read your meter', detail: 'So that the next bill needs no estimate' }, () =>
        context.go('pages/meter/reading', { meter: meterOf(context) }),
      ),
      linkRow({ title: 'Is the power out?', detail: 'What to check first' }, () =>
        context.go('pages/help/index', { topic: 'outage' }),
      ),
    ),
  )
}

const billList: PageView = (context) =>
  h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'card' },
      bills(context.now).map(({ id, month }, at) =>
        linkRow(
          {
            title: month,
            detail: at === 0 ? `Bill ${id} · due soon` : `Bill ${id} · paid`,
            end: shillings(billAmount(id)),
          },
          () => context.go('pages/bill/detail', { id }),
        ),
      ),
    ),
  )

const billDetail: PageView = ({ page, now, person, go }) => {
  const id = page.query['id'] ?? ''
  if (!id)
    return h(
      'div',
      { class: 'page-body' },
      h('p', { class: 'lead' }, 'No bill was named.'),
      linkRow({ title: 'All bills', detail: 'Choose one of them' }, () => go('pages/bills/index')),
      queryNote(page),
    )
  const month = bills(now).find((bill) => bill.id === id)?.month
  const amount = billAmount(id)
  return h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'hero' },
      h('p', { class: 'hero-quiet' }, month ? `Bill ${id} · ${month}` : `Bill ${id}`),
      h('p', { class: 'hero-figure' }, shillings(amount)),
      h('p', { class: 'hero-quiet' }, `Pay by ${dateText(dueAt(now), person.timeZone)}`),
    ),
    h(
      'section',
      { class: 'card' },
      h('h3', {}, 'What it is made of'),
      factList([
        ['Energy', shillings(Math.round(amount * 0.74))],
        ['Fixed charge', shillings(Math.round(amount * 0.1))],
        ['Levies and tax', shillings(amount - Math.round(amount * 0.74) - Math.round(amount * 0.1))],
      ]),
    ),
    queryNote(page),
  )
}

const account: PageView = (context) =>
  h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'card' },
      h('h3', {}, context.person.name),
      factList([
        ['Meter', meterOf(context)],
        ['Language', context.person.language],
        ['Time zone', context.person.timeZone],
        ['Tariff', 'Home, prepaid'],
      ]),
    ),
    h(
      'section',
      { class: 'card' },
      linkRow({ title: 'Help', detail: 'Outages, tokens, readings' }, () => context.go('pages/help/index')),
    ),
  )

const meterReading: PageView = ({ page }) => {
  const said = h('output', { class: 'lead', 'aria-live': 'polite' })
  const input = h('input', {
    id: 'reading',
    name: 'reading',
    inputmode: 'numeric',
    required: true,
    pattern: '[0-9]{1,6}',
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    said.textContent = `Thank you: ${input.value} kWh noted.`
  }
  return h(
    'div',
    { class: 'page-body' },
    h('p', { class: 'lead' }, page.query['meter'] ? `Meter ${page.query['meter']}` : 'Your meter'),
    h(
      'form',
      { class: 'card stack-form', onsubmit: submit },
      h('label', { for: 'reading' }, 'Reading in kWh, as on the display'),
      input,
      h('button', { class: 'brand-button' }, 'Send the reading'),
      said,
    ),
    queryNote(page),
  )
}

const help: PageView = ({ page }) =>
  h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'card' },
      answer(
        'The power is out',
        'Check the main switch first. If your neighbours are dark too, we know already and are on our way.',
      ),
      answer('My token is refused', 'Enter all 20 digits without spaces. After three refusals wait ten minutes.'),
      answer('The bill looks too high', 'Send a reading: an estimate is corrected with the next bill.'),
    ),
    queryNote(page),
  )

/** The little energy company's pages by their registered paths. */
export const kijaniPages: Readonly<Record<string, PageView>> = {
  'pages/home/index': home,
  'pages/bills/index': billList,
  'pages/bill/detail': billDetail,
  'pages/account/index': account,
  'pages/meter/reading': meterReading,
  'pages/help/index': help,
}

interface Bill {
  readonly id: string
  readonly month: string
}

/** The six months before this one, newest first; numbers go down from the one that the README sends. */
function bills(now: number): readonly Bill[] {
  return monthsBack(now, 6).map(({ year, name }, at) => ({ id: String(2041 - at * 34), month: `${name} ${year}` }))
}

const noted: Readonly<Record<string, number>> = { '2041': 124_000 }

function billAmount(id: string): number {
  return noted[id] ?? amountOf(id)
}

/** The 28th of this month, at noon in UTC. */
function dueAt(now: number): number {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 28, 12)
}

function quick(name: IconName, label: string, go: () => void): HTMLElement {
  return h('button', { type: 'button', onclick: go }, icon(name, 22), h('span', {}, label))
}

function bars(): HTMLElement {
  const week = [46, 62, 58, 71, 54, 80, 66]
  return h(
    'div',
    { class: 'bars', 'aria-hidden': 'true' },
    week.map((share) => h('i', { style: `block-size:${share}%` })),
  )
}

function answer(question: string, text: string): HTMLElement {
  return h('details', {}, h('summary', {}, question), h('p', {}, text))
}

function meterOf({ person }: PageContext): string {
  return `14-${String(amountOf(person.id)).padStart(7, '0')}`
}
