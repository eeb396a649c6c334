import type { JournalRow } from '@minibell/mock'
import { type Address, addressOf, hashOf } from './address.ts'
import { type Door, doorTo } from './door/door.ts'
import { followNews, type News } from './door/news.ts'
import { createReads, type Reads } from './door/reads.ts'
import { type ControlToken, controlToken } from './door/token.ts'

/** What every page of the console stands on. */
export interface Desk {
  readonly door: Door
  readonly token: ControlToken
  readonly news: News
  readonly get: Reads['get']
  address(): Address
  /** Changes parts of the address without a new entry in the history; empty values go. */
  tune(query: Readonly<Record<string, string>>): void
  /** Does something at the platform. Its word, or the platform's refusal, is told at the foot of the page. */
  act(work: () => Promise<unknown>, done?: string): Promise<boolean>
  /** The last word of `act`. */
  told(): Told | undefined
  hush(): void
  /** Draws everything anew, once a frame. */
  redraw(): void
}

export interface Told {
  readonly text: string
  readonly isTrouble: boolean
}

/** Rows that change no list: under load they come by hundreds, and lists of people may be long. */
const traffic: ReadonlySet<JournalRow['kind']> = new Set(['request', 'receipt', 'connection', 'outbound', 'text'])
const lists: ReadonlySet<string> = new Set([
  '/info',
  '/senders',
  '/persons',
  '/templates',
  '/rules',
  '/clients',
  '/webhooks',
  '/bulletin',
  '/miniapp',
])

/** `draw` is called at most once a frame. */
export function createDesk(draw: (desk: Desk) => void): Desk {
  let told: Told | undefined
  let isDrawing = false
  let address = addressOf(location.hash)
  const redraw = (): void => {
    if (isDrawing) return
    isDrawing = true
    requestAnimationFrame(() => {
      isDrawing = false
      draw(desk)
    })
  }
  const token = controlToken(sessionStorage, redraw)
  const door = doorTo(location.origin, token)
  const reads = createReads(door, redraw)
  const tell = (next: Told | undefined): void => {
    told = next
    redraw()
  }
  const desk: Desk = {
    door,
    token,
    news: followNews(door, (rows) => {
      const isTraffic = rows.length > 0 && rows.every(({ kind }) => traffic.has(kind))
      reads.stale((path) => isTraffic && lists.has(path))
      redraw()
    }),
    get: reads.get,
    address: () => address,
    tune(query) {
      address = { ...address, query: { ...address.query, ...query } }
      history.replaceState(null, '', hashOf(address))
      redraw()
    },
    async act(work, done) {
      try {
        await work()
        reads.stale()
        tell(done === undefined ? undefined : { text: done, isTrouble: false })
        return true
      } catch (error) {
        tell({ text: sentenceOf(error), isTrouble: true })
        return false
      }
    },
    told: () => told,
    hush: () => tell(undefined),
    redraw,
  }
  addEventListener('hashchange', () => {
    address = addressOf(location.hash)
    told = undefined
    redraw()
  })
  // Spans on screen age by themselves.
  setInterval(() => {
    if (desk.news.isRunning()) redraw()
  }, 1_000)
  return desk
}

/** `fetch` rejects with a `TypeError` when nobody answers; everything else says itself what it is. */
function sentenceOf(error: unknown): string {
  if (error instanceof TypeError) return 'Failed to ask the platform: it does not answer. See whether it still runs.'
  return error instanceof Error ? error.message : String(error)
}
