// A copy of node_modules/@minibell/miniprogram/dlt_dist lies in `minibell`: no public document speaks of packages on this host.
const { createInbox, dltHost, outbox, pageQuery, polling, provide, router, webSocket } = require('./minibell/index')
const { cache } = require('./minibell/parts/cache')
const { url, person, scope, token } = require('./config')

const host = dltHost()
const inbox = createInbox({
  host,
  session: { url, person, scope, getToken: () => token },
  // Where there are no sockets the next has its turn.
  transports: [webSocket(), polling()],
  cache: cache(host.storage),
  outbox: outbox(host.storage),
  router: router({
    sender: 'kijani',
    pages: ['minibell/message-center/index', 'pages/bill/detail'],
    navigator: host.navigator,
  }),
})

provide({ inbox, host })

App({ inbox, pageQuery, onLaunch: () => inbox.start() })
