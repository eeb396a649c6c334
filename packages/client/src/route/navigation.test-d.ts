import type { Navigator } from '@minibell/ports'
import { navigation } from './navigation.ts'
import { router } from './router.ts'

declare const navigator: Navigator
const pages = ['pages/home/index', 'pages/mine/index', 'pages/bill/detail'] as const

// Only paths of the manifest compile, whether its list is named or written in place.
const navigate = navigation({ navigator, pages, tabs: ['pages/home/index', 'pages/mine/index'] })
navigate('pages/bill/detail', { id: '2041' })
navigate('pages/home/index')
// @ts-expect-error: no such page.
navigate('pages/bill/detial')
// @ts-expect-error: manifests write no leading slash.
navigate('/pages/bill/detail')
// @ts-expect-error: a query's values are text.
navigate('pages/bill/detail', { id: 2041 })
// @ts-expect-error: a tab is one of the pages.
navigation({ navigator, pages, tabs: ['pages/orders/index'] })
navigation({ navigator, pages: ['pages/a', 'pages/b'] })('pages/a')
// @ts-expect-error: no such page.
navigation({ navigator, pages: ['pages/a', 'pages/b'] })('pages/c')

// A list that is only known when it runs takes any path.
const read: string[] = []
navigation({ navigator, pages: read, tabs: read })(`pages/${read.length}`)

router({ navigator, sender: 'kijani', pages, tabs: ['pages/home/index'], home: 'pages/home/index' })
router({ navigator, sender: 'kijani', pages: read, tabs: read, home: 'pages/home/index' })
router({ navigator })
// @ts-expect-error: a tab is one of the pages.
router({ navigator, sender: 'kijani', pages, tabs: ['pages/orders/index'] })
// @ts-expect-error: home is one of the pages.
router({ navigator, sender: 'kijani', pages, home: 'pages/start/index' })
router({
  navigator,
  pages,
  beforeJump(route, item) {
    const word: readonly [string, string, string] = [route.mode, route.path, item.sender]
    return word.length > 0
  },
})
