import '@minibell/elements/define/capsule-bubble'
import { webHost } from '@minibell/adapters/web'
import { cache, createInbox, outbox, router, webSocket } from '@minibell/client'

// A page as the README has it: the bubble is there from the start.

const host = webHost()
export const inbox = createInbox({
  host,
  session: {
    url: location.origin,
    person: 'amina',
    getToken: async () => new URL(location.href).searchParams.get('token') ?? '',
    scope: { kind: 'host' },
  },
  transports: [webSocket()],
  cache: cache(host.storage),
  outbox: outbox(host.storage),
  router: router({ navigator: host.navigator }),
})
inbox.start()
for (const bubble of document.querySelectorAll('minibell-capsule-bubble')) bubble.inbox = inbox
