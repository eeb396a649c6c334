import { createMockPlatform, type MockPlatform, memoryStore } from '@minibell/mock'
import type { VirtualTime } from '@minibell/ports'
import type { InboxItem, ReceiptKind } from '@minibell/protocol'
import type { Chance } from '../tools/chance.ts'
import { appIdOf, type PersonName, type SenderName, simulatedWorld, textOf } from './world.ts'

/** One listed item as the platform has it. */
export interface True {
  readonly item: InboxItem
  readonly marks: readonly ReceiptKind[]
}

/** The real mock platform, and the truth that phones are compared with. */
export interface Simulated {
  readonly mock: MockPlatform
  /** How many messages were accepted. */
  sent(): number
  /** Accepted messages for one person, one after the other or all at once. */
  send(person: PersonName, sender: SenderName, count: number): Promise<void>
  withdraw(itemId: string): Promise<void>
  /** Changes up to some offset are gone: who was away for long has to fetch a snapshot. Answers whether there were any. */
  trim(person: PersonName, chance: Chance): Promise<boolean>
  /** The process starts anew with everything it had: another epoch. */
  restart(): Promise<void>
  /** Keeps what there is now; `restore` brings it back, and what came later is gone. */
  backUp(): Promise<void>
  restore(): Promise<boolean>
  /** Everything that is listed, newest first, with the platform's own counts. */
  truth(session: { readonly person: PersonName; readonly sender?: SenderName }): Promise<{
    readonly all: readonly True[]
    readonly counts: { readonly total: number; readonly unseen: number; readonly unread: number }
  }>
}

export async function simulated(time: VirtualTime): Promise<Simulated> {
  const store = memoryStore()
  const mock = await createMockPlatform({ world: simulatedWorld, store, time, pingMs: 15_000 })
  const { worlds } = mock.platform
  let number = 0
  let backup: unknown

  const sendOne = async (person: PersonName, sender: SenderName): Promise<void> => {
    number += 1
    const body = JSON.stringify({
      appId: appIdOf(sender),
      accessToken: `${sender}-may-write-${person}`,
      requestId: `request-${number}`,
      templateCode: `T-${sender}`,
      redirectUrl: 'pages/order?id=7',
      templates: [{ language: 'en-US', templateParameters: { what: textOf(person, number) } }],
    })
    const answer = await mock.http({ method: 'POST', url: '/v2/miniprogram/message/send', body }).response
    if (JSON.parse(answer.body).result.resultStatus !== 'S') throw new Error(`A send was refused: ${answer.body}`)
  }

  return {
    mock,
    sent: () => number,
    async send(person, sender, count) {
      await Promise.all(Array.from({ length: count }, () => sendOne(person, sender)))
    },
    async withdraw(itemId) {
      await mock.http({ method: 'POST', url: `/control/v1/items/${itemId}/withdraw` }).response
    },
    async trim(person, chance) {
      const partition = `person/${person}`
      const { base, top } = await store.tail(partition, { after: 0, max: 1 })
      if (top === base) return false
      await store.trim(partition, chance.is(0.5) ? top : base + 1 + chance.below(top - base))
      return true
    },
    async restart() {
      await worlds.import(await worlds.export())
    },
    async backUp() {
      backup = await worlds.export()
    },
    async restore() {
      if (backup === undefined) return false
      const { clock: _, ...world } = backup as { readonly clock?: unknown } // an export of ours
      await worlds.import(world)
      return true
    },
    async truth({ person, sender }) {
      const token = await mock.session({ person, ...(sender ? { sender } : {}) })
      const all: True[] = []
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
        const headers = { authorization: `Bearer ${token}` }
        const url = `/delivery/v1/snapshot?max=200${from}`
        const page = JSON.parse((await mock.http({ method: 'GET', url, headers }).response).body)
        all.push(...page.items)
        cursor = page.cursor
        if (cursor === undefined) return { all, counts: page.counts }
      }
      throw new Error('There is a last page always.')
    },
  }
}
