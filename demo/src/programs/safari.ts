import { h } from '../look/element.ts'
import { amountOf, shillings } from './figures.ts'
import { linkRow, type PageView, queryNote } from './page-view.ts'

const trips = [
  { from: 'Nairobi', to: 'Nakuru', leaves: '07:30' },
  { from: 'Nairobi', to: 'Mombasa', leaves: '21:00' },
  { from: 'Kisumu', to: 'Eldoret', leaves: '11:15' },
]

const tripList: PageView = ({ go }) =>
  h(
    'div',
    { class: 'page-body' },
    h('p', { class: 'lead' }, 'Today’s coaches'),
    h(
      'section',
      { class: 'card' },
      trips.map(({ from, to, leaves }, at) =>
        linkRow({ title: `${from} – ${to}`, detail: `Leaves ${leaves}`, end: shillings(amountOf(from + to)) }, () =>
          go('pages/ticket/detail', { ticket: `SB-${410 + at}` }),
        ),
      ),
    ),
  )

const ticket: PageView = ({ page }) =>
  h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'hero' },
      h('p', { class: 'hero-quiet' }, 'Ticket'),
      h('p', { class: 'hero-figure' }, page.query['ticket'] ?? '–'),
      h('p', { class: 'hero-quiet' }, 'Show it to the driver'),
    ),
    queryNote(page),
  )

/** The coach line's pages by their registered paths. */
export const safariPages: Readonly<Record<string, PageView>> = {
  'pages/trips/index': tripList,
  'pages/ticket/detail': ticket,
}
