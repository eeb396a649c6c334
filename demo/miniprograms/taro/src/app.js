import { createInbox, outbox, polling, provide, router, webSocket, wxHost } from '@minibell/miniprogram'
import { cache } from '@minibell/miniprogram/parts/cache'
import { pagedHistory } from '@minibell/miniprogram/parts/paged-history'
import { preferences } from '@minibell/miniprogram/parts/preferences'
import app from './app.config'
import { person, scope, token, url } from './config'

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
  router: router({ sender: 'kijani', pages: app.pages, navigator: host.navigator }),
})

// All three components have it from here.
provide({ inbox, host })
inbox.start()

export default function App({ children }) {
  return children
}
