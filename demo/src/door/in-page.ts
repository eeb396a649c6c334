import { webClock, webReport, webTimers } from '@minibell/adapters/web'
import { createPlatform, createRoutes, indexedDbStore, type Platform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import world from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { setupWorker } from 'msw/browser'
import { keptJournal } from './kept-journal.ts'
import { keptRules } from './kept-rules.ts'

/**
 * Starts the whole platform in this page, behind MSW's worker and its WebSocket. World, clock, rule switches and journal are kept
 * before anything is answered, so that a reload loses nothing. Rejects with a sentence where the browser cannot.
 */
export async function startInPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext)
    throw new Error(
      'The platform cannot run in this page: the browser allows no service worker here. Serve the folder from localhost or over https.',
    )
  const store = await indexedDbStore({ name: 'minibell-demo' })
  const plain = await createPlatform({ store, world, clock: webClock, timers: webTimers, random })
  const journal = await keptJournal(plain.journal, { name: 'minibell-demo-journal', rows: 2_000 })
  const platform: Platform = { ...plain, journal, rules: keptRules(plain.rules, localStorage) }
  const routes = createRoutes(platform, { timers: webTimers, report: webReport })
  const kept: typeof routes = {
    ...routes,
    async fetchAt(id, request) {
      const answer = await routes.fetchAt(id, request)
      await journal.kept()
      return answer
    },
  }
  await setupWorker(...handlers({ routes: kept }, { origin: location.origin })).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
  })
}

/** Tokens of this world outlive a reload: what the next page makes must not repeat them. */
function random(): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value / 2 ** 32
}
