const { createInbox, outbox, pageQuery, polling, provide, router, webSocket, wxHost } = require('@minibell/miniprogram')
const { cache } = require('@minibell/miniprogram/parts/cache')
const { pagedHistory } = require('@minibell/miniprogram/parts/paged-history')
const { preferences } = require('@minibell/miniprogram/parts/preferences')
const { url, person, scope, token, language, theme } = require('./config')

const host = wxHost()
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
