const {
  createInbox,
  outbox,
  pageQuery,
  polling,
  provide,
  router,
  webSocket,
  myHost,
} = require('@minibell/miniprogram/alipay_dist/index')
const { cache } = require('@minibell/miniprogram/alipay_dist/parts/cache')
const { pagedHistory } = require('@minibell/miniprogram/alipay_dist/parts/paged-history')
const { preferences } = require('@minibell/miniprogram/alipay_dist/parts/preferences')
const { url, person, scope, token, language, theme } = require('./config')

const host = myHost()
const inbox = createInbox({
  host,
  session: { url, person, scope, getToken: () => token },
  // Where a host refuses sockets the next has its turn.
  transports: [webSocket(), polling()],
  cache: cache(host.storage),
  outbox: outbox(host.storage),
  history: pagedHistory(),
  preferences: preferences(),
  router: router({
    sender: 'kijani',
    // As app.json has them.
    pages: ['pages/home/index', 'pages/bill/detail'],
    navigator: host.navigator,
  }),
})

// All three components have it from here.
provide({ inbox, host, language, theme })

App({ inbox, host, pageQuery, onLaunch: () => inbox.start() })
