import type { Receipt, ReceiptKind } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { aTemplateSend, aWorld, type BuiltPlatform, builtPlatform } from '../../asked/built-platform.ts'
import { replay } from '../../asked/replayed-log.ts'
import type { DeliverySession } from '../platform.ts'

vi.setConfig({ testTimeout: 60_000 })

const senders = ['bills', 'taxi', 'shop'] as const
const kinds: readonly ReceiptKind[] = ['delivered', 'seen', 'read', 'opened', 'dismissed']

const sender = fc.constantFrom(...senders)
const scope = fc.constantFrom(undefined, ...senders)
const at = fc.nat(1_000)
const receipt = fc.oneof(
  fc.record({ kind: fc.constantFrom(...kinds), at }),
  fc.record({ kind: fc.constantFrom('seen' as const, 'read' as const), all: fc.record({ at, sender: scope }) }),
)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), sender }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('push' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('send and expire' as const), afterMs: fc.integer({ min: 1, max: 500 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      scope,
      receipts: fc.array(receipt, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mute' as const), sender, muted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(300) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

interface Scene {
  readonly platform: BuiltPlatform
  readonly ids: string[]
  readonly session: (scope?: string) => DeliverySession
}

async function scene(): Promise<Scene> {
  const platform = await builtPlatform({ world: aWorld({ people: 0 }) })
  for (const rule of ['MA-3', 'MA-5', 'MA-7.push', 'MA-17']) platform.rules.setEnabled(rule, false)
  const sessions = new Map<string | undefined, DeliverySession>()
  for (const each of [undefined, ...senders]) sessions.set(each, await platform.session('ada', each))
  return {
    platform,
    ids: [],
    session(each) {
      const found = sessions.get(each)
      if (!found) throw new Error('No such session.')
      return found
    },
  }
}

async function take(stage: Scene, one: Step, index: number): Promise<void> {
  const { platform, ids } = stage
  const { directory, sends } = platform
  const requestId = `r${index}`
  if (one.do === 'send' && one.sender !== 'shop') ids.push(idOf(await platform.send({ sender: one.sender })))
  else if (one.do === 'send') ids.push(idOf(await sends.sendTemplate(aTemplateSend({ requestId }))))
  else if (one.do === 'push')
    ids.push(idOf(await sends.sendTemplate(aTemplateSend({ requestId, templateCode: 'T_PUSH' }))))
  else if (one.do === 'send and expire')
    ids.push(idOf(await platform.send({ expiresAt: platform.clock.now() + one.afterMs })))
  else if (one.do === 'receive') await receive(stage, one)
  else if (one.do === 'withdraw') await sends.withdraw(ids[one.at % Math.max(1, ids.length)] ?? 'none')
  else if (one.do === 'mute') await directory.setMuted('ada', one.sender, one.muted)
  else await platform.time.advance(one.ms)
}

/** A batch; mark-alls reach from nothing to somewhat above the top. */
async function receive({ platform, ids, session }: Scene, one: Extract<Step, { do: 'receive' }>): Promise<void> {
  const { top } = await platform.delivery.position(session())
  const receipts = one.receipts.map((each, index): Receipt => {
    const receiptId = `r${index}`
    if ('at' in each)
      return { receiptId, kind: each.kind, itemId: ids[each.at % Math.max(1, ids.length)] ?? 'none', agoMs: 0 }
    const { sender: of } = each.all
    return { receiptId, kind: each.kind, all: { upTo: each.all.at % (top + 5), ...(of && { sender: of }) }, agoMs: 0 }
  })
  await platform.delivery.receive(session(one.scope), receipts, 'd1')
}

function idOf(outcome: Awaited<ReturnType<BuiltPlatform['send']>>): string {
  if (!outcome.accepted) throw new Error(`Refused by ${outcome.verdict.rule}.`)
  return outcome.itemId
}

test('DL-1, DL-5, DL-6, DL-7: counts, marks and rows equal what a slow client makes of the log, in every scope', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', maxLength: 80 }), async (steps) => {
      const stage = await scene()
      for (const [index, one] of steps.entries()) {
        await take(stage, one, index)
        if (index % 7 === 0) await compare(stage)
      }
      await compare(stage)
    }),
    { numRuns: 150 },
  )
})

async function compare({ platform, session }: Scene): Promise<void> {
  for (const each of [undefined, ...senders]) {
    const expected = replay(await platform.log(session(each)))
    expect(await platform.delivery.counts(session(each))).toEqual(expected.counts)
    const page = await platform.delivery.snapshot(session(each), { max: 200 })
    if (page === 'malformed-cursor') throw new Error('There was no cursor.')
    expect(page.items.map(told)).toEqual(expected.items)
    expect(page.counts).toEqual(expected.counts)
    if (each !== undefined)
      expect(JSON.stringify([page, await platform.log(session(each))])).not.toMatch(othersThan(each))
    expect(page.senders.filter(({ muted }) => muted).map(({ id }) => id)).toEqual(expected.muted)
  }
}

/** Names of the other senders, and ids of their items. */
function othersThan(sender: string): RegExp {
  const numbers = senders.flatMap((each, index) => (each === sender ? [] : [index + 1]))
  const names = senders.filter((each) => each !== sender)
  return new RegExp(`"(${names.join('|')})"|-[${numbers.join('')}]-[0-9a-z]+-[0-9a-z]+"`)
}

/** `delivered` is kept, but not told by the log. */
function told({ item, marks }: { readonly item: unknown; readonly marks: readonly string[] }) {
  return { item, marks: marks.filter((kind) => kind !== 'delivered') }
}
