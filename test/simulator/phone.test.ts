import * as client from '@minibell/client'
import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { chance } from '../tools/chance.ts'
import { phone } from './phone.ts'
import { simulated } from './platform.ts'
import { persons, senders, startAt } from './world.ts'

async function livePhone() {
  const time = virtualTime({ startAt })
  const platform = await simulated(time)
  const wrongs: string[] = []
  const one = phone({
    name: 'phone',
    client,
    time,
    platform,
    chance: chance(1),
    keep: 40,
    way: 'socket',
    isCached: false,
    fault: () => undefined,
    wrong: (kind, what) => wrongs.push(`${kind}: ${what}`),
    trace: () => undefined,
  })
  await platform.send(persons[0], senders[0], 1)
  await time.advance(2_000)
  return { one, time, platform, wrongs }
}

test('what a storage did not take is not owed by an opened app, however often it is opened again before', async () => {
  const { one, time, platform, wrongs } = await livePhone()
  one.setOnline(false)
  one.storage.failing = 1
  one.open(0)
  await time.advance(0)
  one.storage.failing = 0
  one.open(0)
  await time.advance(0)
  await one.reopen()
  one.setOnline(true)
  await time.advance(200_000)
  one.ledger.settle(await platform.truth({ person: one.person() }))
  expect(wrongs).toEqual([])
  one.close()
  platform.mock.close()
})

test('what was opened is owed, and a platform that never heard of it is a receipt lost', async () => {
  const { one, time, platform, wrongs } = await livePhone()
  one.setOnline(false)
  one.open(0)
  await time.advance(0)
  one.ledger.settle(await platform.truth({ person: one.person() }))
  expect(wrongs.filter((wrong) => wrong.startsWith('receiptsLost'))).toHaveLength(1)
  one.close()
  platform.mock.close()
})
