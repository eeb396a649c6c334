import type { JournalRow, SenderRecord } from '@minibell/mock'
import { type Cell, cell } from '../../door/cell.ts'
import type { Platform } from '../../door/facts.ts'
import type { Bulletin, PostBox, Standing } from '../../door/operator.ts'
import { isMachinery } from '../../door/this-world.ts'

/** What the console knows of the mini-program that it shows. */
export interface ConsoleFacts {
  readonly sender: string
  readonly standing: Standing
  readonly post: PostBox
  readonly bulletin: Bulletin
}

export interface Console {
  /** `undefined` until the platform has answered, and where there is no mini-program. */
  readonly facts: Cell<ConsoleFacts | undefined>
  /** Shows another mini-program. */
  choose(sender: string): void
  /** Asks again; resolves when the cell holds it. */
  refresh(): Promise<void>
}

/** Follows one mini-program's standing: it is read again when somebody did something that may have changed it. */
export function followConsole(platform: Platform): Console {
  const facts = cell<ConsoleFacts | undefined>(undefined)
  let chosen: string | undefined
  let lastRow: string | undefined
  let running: Promise<void> | undefined
  let stale = false

  const senderNow = (): string | undefined => {
    const senders = governed(platform.facts.get().senders)
    return senders.find(({ id }) => id === chosen)?.id ?? senders[0]?.id
  }
  const read = async (): Promise<void> => {
    do {
      stale = false
      const sender = senderNow()
      facts.set(sender === undefined ? undefined : await factsOf(platform, sender))
    } while (stale)
  }
  /** One reading at a time; who asks meanwhile gets the one after it. */
  const refresh = (): Promise<void> => {
    stale = true
    running ??= read()
      // The platform may have been replaced under the reading; its journal asks for the next one.
      .catch(() => undefined)
      .finally(() => {
        running = undefined
      })
    return running
  }
  platform.facts.watch(() => {
    const rows = platform.journal.get()
    const news = rows.slice(rows.findIndex(({ id }) => id === lastRow) + 1)
    lastRow = rows.at(-1)?.id
    if (facts.get() === undefined || facts.get()?.sender !== senderNow() || news.some(mayChange)) void refresh()
  })
  return {
    facts,
    choose(sender) {
      chosen = sender
      void refresh()
    },
    refresh,
  }
}

/** Those whose platform has a capability that is applied for; WeChat's accounts are another dialect's. */
export function governed(senders: readonly SenderRecord[]): readonly SenderRecord[] {
  return senders.filter(({ platform }) => platform !== 'wechat')
}

async function factsOf({ control: { operator } }: Platform, sender: string): Promise<ConsoleFacts> {
  const [standing, post, bulletin] = await Promise.all([
    operator.standing(sender),
    operator.letters(sender),
    operator.bulletin(),
  ])
  return { sender, standing, post, bulletin }
}

/** Receipts, uses and the machinery change nobody's standing. */
function mayChange(row: JournalRow): boolean {
  return !['receipt', 'use', 'connection', 'text'].includes(row.kind) && !isMachinery(row)
}
