import { webHost, webNavigator, webStorage } from '@minibell/adapters/web'
import { createInbox, type Inbox, outbox, pagedHistory, router, webSocket } from '@minibell/client'
import { checkNavigator, checkStorage, type Expect, type Test } from '@minibell/client/testing'

declare global {
  interface Window {
    inbox: Inbox
    received: string[]
    /** Names of the suites' tests, each with what went wrong. */
    suites(): Promise<readonly (readonly [string, string])[]>
  }
}

const host = webHost()
window.received = []
window.inbox = createInbox({
  host,
  session: {
    url: '',
    person: 'amina',
    getToken: () => 'demo-kijani-amina',
    scope: { kind: 'sender', sender: 'kijani' },
  },
  transports: [webSocket()],
  history: pagedHistory(),
  outbox: outbox(host.storage),
  router: router({
    sender: 'kijani',
    pages: ['pages/home/index', 'pages/bill/detail'],
    navigator: host.navigator,
  }),
})
window.inbox.on('received', (items) => window.received.push(...items.map(({ id }) => id)))
window.inbox.start()

window.suites = async () => {
  const tests: (readonly [string, () => void | Promise<void>])[] = []
  const test: Test = (name, run) => tests.push([name, run])
  const expect: Expect = (actual) => ({
    toEqual(expected) {
      const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
      if (is !== should) throw new Error(`${is} is not ${should}`)
    },
  })
  checkStorage(test, expect, () => {
    localStorage.clear()
    return webStorage()
  })
  checkNavigator(test, expect, () => {
    history.replaceState(null, '', '#/pages/home/index')
    return { navigator: webNavigator(), page: 'pages/bill/detail', tab: 'pages/mine/index' }
  })
  const outcomes: (readonly [string, string])[] = []
  for (const [name, run] of tests)
    outcomes.push([
      name,
      await Promise.resolve()
        .then(run)
        .then(
          () => 'ok',
          (error) => String(error),
        ),
    ])
  return outcomes
}
