import { expect, test } from 'vitest'
import { liveRig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'

test('X-5: ten thousand changes in a burst are a few drawings, and every item is told once, in order', async () => {
  const { inbox, platform, time, of } = await liveRig({ keep: 20_000 })
  await time.advance(100)
  let drawings = 0
  inbox.subscribe(() => {
    drawings += 1
  })
  for (let one = 0; one < 10_000; one += 1) platform.append(sampleAdded(`i${one}`))
  await time.advance(100)
  expect(of('received').flat()).toEqual(platform.log.items().slice().reverse())
  expect(inbox.getSnapshot().length).toBe(10_000)
  expect(drawings).toBeLessThan(20)
})

test('a listener sees the last state of a burst, also when the inbox is stopped within it', async () => {
  const { inbox, platform, time } = await liveRig()
  await time.advance(100)
  let seen = 0
  inbox.subscribe(() => {
    seen = inbox.getSnapshot().length
  })
  const stop = inbox.start()
  for (let one = 0; one < 100; one += 1) platform.append(sampleAdded(`i${one}`))
  await time.advance(0)
  expect([seen < 100, inbox.getSnapshot().length]).toEqual([true, 100])
  stop()
  expect(seen).toBe(100)
})
