import { expect, test } from 'vitest'
import { aSender, builtPlatform, dayMs } from '../../asked/built-platform.ts'

const told = (fields: object) => ({
  type: 'senderChanged',
  sender: { id: 'bills', name: 'The bills', muted: false, ...fields },
})

test('a sender is told of before its first item, and not again', async () => {
  const platform = await builtPlatform()
  const session = await platform.session()
  await platform.send()
  await platform.clock.advance(3 * dayMs)
  await platform.send()
  expect(await platform.log(session)).toMatchObject([
    told({ status: 'available' }),
    { type: 'added' },
    { type: 'added' },
  ])
})

test.each([{ name: 'New name' }, { icon: 'data:,x' }, { status: 'removed' }] as const)(
  'a sender that became %o is told to who has items of it, and to nobody else',
  async (fields) => {
    const platform = await builtPlatform()
    await platform.send()
    await platform.directory.putSender(aSender('bills', fields))
    expect((await platform.log(await platform.session())).at(-1)).toMatchObject(told(fields))
    expect(await platform.log(await platform.session('p1'))).toEqual([])
  },
)

test('a new capability is nothing that a recipient is told', async () => {
  const platform = await builtPlatform()
  await platform.send()
  await platform.directory.setCapability('bills', 'revoked')
  expect(await platform.log(await platform.session())).toHaveLength(2)
})

test('a muted sender’s items are not unseen in any scope, but unread; unmuted they are both', async () => {
  const platform = await builtPlatform()
  platform.rules.setEnabled('MA-7.push', false)
  const host = await platform.session()
  const own = await platform.session('ada', 'bills')
  await platform.send()
  await platform.send({ sender: 'taxi' })
  await platform.directory.setMuted('ada', 'bills', true)
  await platform.directory.setMuted('ada', 'bills', true)
  expect(await platform.delivery.counts(host)).toEqual({ total: 2, unseen: 1, unread: 2 })
  expect(await platform.delivery.counts(own)).toEqual({ total: 1, unseen: 0, unread: 1 })
  expect((await platform.log(host)).slice(4)).toMatchObject([told({ muted: true })])
  await platform.directory.setMuted('ada', 'bills', false)
  expect(await platform.delivery.counts(host)).toEqual({ total: 2, unseen: 2, unread: 2 })
  expect(await platform.delivery.counts(own)).toEqual({ total: 1, unseen: 1, unread: 1 })
})

test('a sender that was muted before its first item is in the snapshot and told once', async () => {
  const platform = await builtPlatform()
  platform.rules.setEnabled('MA-7.push', false)
  const host = await platform.session()
  await platform.directory.setMuted('ada', 'bills', true)
  expect(await platform.delivery.snapshot(host, { max: 9 })).toMatchObject({ senders: [{ id: 'bills', muted: true }] })
  await platform.send()
  expect(await platform.log(host)).toMatchObject([told({ muted: true }), { type: 'added' }])
  expect(await platform.delivery.counts(host)).toEqual({ total: 1, unseen: 0, unread: 1 })
})

test('muting asks for known names', async () => {
  const platform = await builtPlatform()
  await expect(platform.directory.setMuted('eve', 'bills', true)).rejects.toThrow(RangeError)
  await expect(platform.directory.setMuted('ada', 'none', true)).rejects.toThrow(RangeError)
})
