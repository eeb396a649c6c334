import { h } from '../look/element.ts'
import { amountOf, shillings } from './figures.ts'
import { factList, linkRow, type PageView, queryNote } from './page-view.ts'

const goods = [
  'Kitenge cloth, 6 yards',
  'Clay water filter',
  'Solar lantern',
  'Sisal basket',
  'Enamel pot, 3 l',
  'Sandals',
]
const orders = ['SM-2045', 'SM-1987', 'SM-1932']

const shop: PageView = () =>
  h(
    'div',
    { class: 'page-body' },
    h('p', { class: 'lead' }, 'From the market, to your door'),
    h(
      'ul',
      { class: 'goods' },
      goods.map((name, at) =>
        h(
          'li',
          { class: 'card' },
          h('span', { class: 'good-picture', style: `--turn:${at * 17}deg`, 'aria-hidden': 'true' }),
          h('b', {}, name),
          h('small', {}, shillings(amountOf(name))),
        ),
      ),
    ),
  )

const orderList: PageView = ({ go }) =>
  h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'card' },
      orders.map((order, at) =>
        linkRow({ title: order, detail: at === 0 ? 'On its way' : 'Delivered', end: shillings(amountOf(order)) }, () =>
          go('pages/order/detail', { order }),
        ),
      ),
    ),
  )

const orderDetail: PageView = ({ page }) => {
  const order = page.query['order'] ?? page.query['id'] ?? ''
  return h(
    'div',
    { class: 'page-body' },
    h(
      'section',
      { class: 'hero' },
      h('p', { class: 'hero-quiet' }, order ? `Order ${order}` : 'No order was named'),
      h('p', { class: 'hero-figure' }, order ? shillings(amountOf(order)) : '–'),
      h('p', { class: 'hero-quiet' }, 'It left the store and is on its way'),
    ),
    h(
      'section',
      { class: 'card' },
      factList([
        ['Packed', 'done'],
        ['Left the store', 'done'],
        ['At your door', 'soon'],
      ]),
    ),
    queryNote(page),
  )
}

/** The market's pages by their registered paths. */
export const sokoPages: Readonly<Record<string, PageView>> = {
  'pages/shop/index': shop,
  'pages/orders/index': orderList,
  'pages/order/detail': orderDetail,
}
