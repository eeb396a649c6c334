import { webEvents, webHost, webPeers } from '@minibell/adapters/web'
import {
  createInbox,
  type Inbox,
  longPolling,
  serverSentEvents,
  type Transport,
  tabs,
  webSocket,
} from '@minibell/client'

declare global {
  interface Window {
    tab: { readonly inbox: Inbox; readonly received: string[]; stop(): void }
  }
}

const host = { ...webHost(), eventSource: webEvents, peers: webPeers }
const by = new URLSearchParams(location.search).get('by')
const transports: Readonly<Record<string, Transport<typeof host>>> = {
  tabs: tabs(webSocket()),
  stream: serverSentEvents(),
  'long-poll': longPolling(),
}
const transport = transports[by ?? '']
if (!transport)
  throw new Error(`Failed to open a tab: there is no way "${by}". Give one of ${Object.keys(transports)}.`)
const session = { url: '', person: 'amina', getToken: () => 'demo-host-amina' }
const inbox = createInbox({ host, session, transports: [transport] })
const received: string[] = []
inbox.on('received', (items) => received.push(...items.map(({ id }) => id)))
window.tab = { inbox, received, stop: inbox.start() }
