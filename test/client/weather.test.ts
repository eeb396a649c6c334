import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { expect, test } from 'vitest'
import { breakable, everyWay } from './breakable.ts'

const step = record({
  do: constantFrom('socket', 'eventSource', 'longPoll', 'http', 'cut', 'send', 'send', 'wait', 'wake'),
  isBroken: constantFrom(true, false),
  waitMs: nat(40_000),
})

test('DL-9: whatever breaks and heals, every message arrives once and in order, and the first way is used in the end', async () => {
  await assert(
    asyncProperty(array(step, { size: 'max', maxLength: 25 }), async (steps) => {
      const { phone, sendMany, pass, broken, cut, host, mock } = await breakable()
      const one = await phone({ by: everyWay(), host })
      let sent = 0
      for (const { do: what, isBroken, waitMs } of steps) {
        if (what in broken) broken[what as keyof typeof broken] = isBroken
        if (what === 'cut') cut()
        if (what === 'wake') one.inbox.retry()
        if (what === 'send') await sendMany(1)
        if (what === 'send') sent += 1
        await pass(waitMs)
      }
      Object.assign(broken, { socket: false, eventSource: false, longPoll: false, http: false })
      one.inbox.retry()
      await pass(60_000)
      // As when the host is shown again: what works by then is asked whether the first way works, too.
      one.inbox.retry()
      await pass(400_000)
      await sendMany(1)
      await pass(100)
      const { length, total, unseen, status } = one.inbox.getSnapshot()
      expect({ length, total, unseen, phase: status.phase }).toEqual({
        length: sent + 1,
        total: sent + 1,
        unseen: sent + 1,
        phase: 'live',
      })
      const received = one.told.flatMap(([name, items]) =>
        name === 'received' ? (items as { id: string; offset: number }[]) : [],
      )
      expect(new Set(received.map(({ id }) => id)).size).toBe(received.length)
      expect(received.map(({ offset }) => offset)).toEqual(received.map(({ offset }) => offset).sort((a, b) => a - b))
      const rows = mock.journal().filter(({ kind }) => kind === 'connection')
      const openOn = (path: string): number =>
        rows.reduce((sum, row) => (row.path === path ? sum + (row.summary.includes(' connects ') ? 1 : -1) : sum), 0)
      expect([openOn('/delivery/v1/socket'), openOn('/delivery/v1/stream')]).toEqual([1, 0])
    }),
    { numRuns: 12 },
  )
})
