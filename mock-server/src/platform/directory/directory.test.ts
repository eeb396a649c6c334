import { expect, test } from 'vitest'
import { aPerson, aSender, aTemplate, builtPlatform, dayMs } from '../../asked/built-platform.ts'
import { WorldError } from '../worlds/world-error.ts'

test('a sender is found by id and by the id of its wire, within its platform', async () => {
  const { directory } = await builtPlatform()
  expect(await directory.senderByWireId('miniapp', 'mp_bills')).toMatchObject({ id: 'bills' })
  expect(await directory.senderByWireId('open-api', 'mp_bills')).toBeUndefined()
  expect(await directory.sender('nobody')).toBeUndefined()
  expect((await directory.senders()).map(({ id }) => id)).toEqual(['bills', 'shop', 'taxi'])
})

test('a new wire id takes the old one’s place', async () => {
  const { directory } = await builtPlatform()
  await directory.putSender(aSender('bills', { wireId: 'mp_new' }))
  expect(await directory.senderByWireId('miniapp', 'mp_bills')).toBeUndefined()
  expect(await directory.senderByWireId('miniapp', 'mp_new')).toMatchObject({ id: 'bills' })
})

test('a wire id or recipient id that another has is refused and nothing changes', async () => {
  const { directory } = await builtPlatform()
  await expect(directory.putSender(aSender('new', { wireId: 'mp_bills' }))).rejects.toThrow(WorldError)
  expect(await directory.sender('new')).toBeUndefined()
  const thief = aPerson('eve', {
    recipientIds: [
      { account: 'other', id: 'x' },
      { account: 'acme', id: 'u_ada' },
    ],
  })
  await expect(directory.putPerson(thief)).rejects.toThrow(WorldError)
  expect(await directory.person('eve')).toBeUndefined()
  expect(await directory.personByRecipientId('other', 'x')).toBeUndefined()
})

test('a person’s recipient ids are replaced as a whole', async () => {
  const { directory } = await builtPlatform()
  const recipientIds = [
    { account: 'acme', id: 'new/1' },
    { account: 'acme', id: 'new%2F1' },
  ]
  await directory.putPerson(aPerson('ada', { recipientIds }))
  expect(await directory.personByRecipientId('acme', 'u_ada')).toBeUndefined()
  for (const { id } of recipientIds)
    expect(await directory.personByRecipientId('acme', id)).toMatchObject({ id: 'ada' })
})

test('ids with slashes, percent signs and names of Object’s own are ids like any other', async () => {
  const platform = await builtPlatform()
  for (const id of ['a/b', 'a%2Fb', '__proto__', 'constructor', 'ü 漢']) {
    await platform.directory.putPerson(aPerson(id))
    await platform.directory.recordUse({ person: id, sender: 'bills' })
    expect(await platform.directory.person(id)).toMatchObject({ id })
    expect(await platform.send({ to: `u_${id}` })).toMatchObject({ accepted: true, offset: 2 })
  }
  expect(await platform.directory.persons()).toHaveLength(3 + 5)
})

test('a record that is not whole is refused with the field', async () => {
  const { directory } = await builtPlatform()
  // A record as somebody without types would put it.
  const bad = { ...aSender('new'), status: 'gone' } as unknown as ReturnType<typeof aSender>
  await expect(directory.putSender(bad)).rejects.toMatchObject({ path: 'status', value: 'gone' })
  await expect(directory.putPerson(aPerson('', {}))).rejects.toMatchObject({ path: 'id' })
  await expect(directory.putTemplate(aTemplate('T', { texts: {} }))).rejects.toMatchObject({ path: 'texts' })
  await expect(directory.putTemplate(aTemplate('T', { sender: 'nobody' }))).rejects.toThrow(RangeError)
})

test('an access token is drawn, or as chosen; it asks for known names', async () => {
  const { directory, clock } = await builtPlatform()
  const grant = { person: 'ada', sender: 'shop', expiresAt: clock.now() + dayMs, scopes: ['SEND_MESSAGE'] }
  const token = await directory.issueAccessToken(grant)
  expect(await directory.accessToken(token)).toEqual({ ...grant, token })
  expect(await directory.issueAccessToken({ ...grant, token: 'mine' })).toBe('mine')
  expect(await directory.accessToken('never')).toBeUndefined()
  await expect(directory.issueAccessToken({ ...grant, person: 'eve' })).rejects.toThrow(RangeError)
})

test('what is read cannot be changed', async () => {
  const { directory } = await builtPlatform()
  const sender = await directory.sender('bills')
  expect(Object.isFrozen(sender) && Object.isFrozen(sender?.pages)).toBe(true)
})
