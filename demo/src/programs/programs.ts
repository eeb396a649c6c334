import type { IconName } from '../look/icons.ts'
import { kijaniPages } from './kijani.ts'
import { type PageView, plainPage } from './page-view.ts'
import { safariPages } from './safari.ts'
import { sokoPages } from './soko.ts'

/** How a mini-program of the demo looks. A sender of another world gets plain pages. */
export interface Program {
  /** Class that sets its colours. */
  readonly look: string
  page(path: string): PageView
  tabIcon(path: string): IconName
}

const looks: Readonly<Record<string, Readonly<Record<string, PageView>>>> = {
  kijani: kijaniPages,
  soko: sokoPages,
  safari: safariPages,
}

const tabIcons: Readonly<Record<string, IconName>> = {
  'pages/home/index': 'home',
  'pages/bills/index': 'bill',
  'pages/account/index': 'person',
  'pages/shop/index': 'bag',
  'pages/orders/index': 'box',
  'pages/trips/index': 'bus',
}

export function programOf(sender: string): Program {
  const pages = looks[sender]
  return {
    look: pages ? `program-${sender}` : 'program-plain',
    page: (path) => pages?.[path] ?? plainPage,
    tabIcon: (path) => tabIcons[path] ?? 'square',
  }
}
