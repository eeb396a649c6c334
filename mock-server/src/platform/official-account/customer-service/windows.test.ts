import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada, officialMock } from '../../../asked/official-world.ts'

const minute = 60_000
const hour = 60 * minute
/** 2023-06-12 00:00 in UTC+8; the account's own batch comes two days later. */
const switchAt = 1_686_499_200_000
const own = switchAt + 48 * hour

type Step = { readonly do: 'write' | 'click' | 'pay' | 'send' } | { readonly do: 'wait'; readonly forMs: number }

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step>({ do: 'send' }) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'write' }, { do: 'click' }, { do: 'pay' }) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(1, minute - 1, minute, 12 * hour, 48 * hour - 1, 48 * hour)
        .map((forMs): Step => ({ do: 'wait', forMs })),
    },
  ),
  { size: 'max', maxLength: 60 },
)

/** CS-2 to CS-4 and CS-8 the slow way: everything that ever happened is kept, and counted anew at each send. */
function slowReference() {
  const opened: { readonly kind: string; readonly at: number; readonly isNew: boolean }[] = []
  const sentBy: number[] = []
  const ruleOf = ({ kind, isNew }: (typeof opened)[number]) => {
    if (kind === 'click') return { forMs: minute, count: 3 }
    if (kind === 'pay' && isNew) return undefined
    return { forMs: 48 * hour, count: isNew ? 5 : 20 }
  }
  /** Windows of one kind and era in a row: each action while the one before is open lifts count and end. */
  const windowsAt = (now: number) => {
    const windows: { key: string; until: number; left: number; index: number }[] = []
    const events = [...opened.map((action, index) => ({ at: action.at, order: index, action }))]
    for (const { action, at, order } of events) {
      const rule = ruleOf(action)
      if (!rule) continue
      const key = `${action.kind} ${action.isNew}`
      const spentBefore = sentBy.filter((to) => to === order).length
      const before = windows.find((window) => window.key === key && window.until > at)
      const left = Math.max(rule.count, before?.left ?? 0) - spentBefore
      if (before) windows.splice(windows.indexOf(before), 1)
      windows.push({ key, until: Math.max(at + rule.forMs, before?.until ?? 0), left, index: order })
    }
    return windows.filter(({ until }) => until > now)
  }
  return {
    act: (kind: string, at: number): void => void opened.push({ kind, at, isNew: at >= own }),
    send(now: number): 0 | 45015 | 45047 {
      const open = windowsAt(now).sort((one, other) => one.until - other.until)
      if (open.length === 0) return 45015
      const from = open.find(({ left }) => left > 0)
      if (!from) return 45047
      sentBy.push(from.index)
      return 0
    },
  }
}

const actions = {
  write: { kind: 'text', content: 'hello' },
  click: { kind: 'menu-click', key: 'TRACK' },
  pay: { kind: 'payment', order: 'A7' },
} as const

test('CS-8: any story of actions, sends and time over the switch ends as the slow reference says', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const mock = await officialMock({ startAt: switchAt, account: { customerSwitchAt: own } })
      const { customerService } = mock.platform
      const reference = slowReference()
      for (const [number, step] of story.entries()) {
        const now = mock.clock.now()
        if (step.do === 'wait') await mock.clock.advance(step.forMs)
        else if (step.do === 'send') {
          const content = { type: 'text', text: `Answer ${number}` } as const
          const outcome = await customerService.send({ sender: 'harbour', openid: ada, content })
          expect(outcome.accepted ? 0 : outcome.verdict.code).toBe(reference.send(now))
        } else {
          await customerService.act('harbour', ada, actions[step.do])
          reference.act(step.do, now)
        }
      }
      mock.close()
    }),
    { numRuns: 30 },
  )
})
