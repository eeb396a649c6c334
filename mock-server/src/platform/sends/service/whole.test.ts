import { expect, test } from 'vitest'
import { aSender, aWorld, builtPlatform } from '../../../asked/built-platform.ts'

const content = { title: 'Your bill', content: 'It is due.', jumpUrl: 'pages/detail?id=1' }

test.each(['not-applied', 'in-review', 'refused', 'disabled', 'revoked'] as const)(
  'MA-6: with the capability %s nothing is sent and nothing registered',
  async (capability) => {
    const platform = await builtPlatform()
    await platform.directory.setCapability('bills', capability)
    expect(await platform.denial()).toMatchObject({ rule: 'MA-6', code: 70008, received: `it is ${capability}` })
    const registered = await platform.sends.registerMessage({ sender: 'bills', ...content })
    expect(registered).toMatchObject({ accepted: false, verdict: { rule: 'MA-6' } })
    expect((await platform.delivery.position(await platform.session())).top).toBe(0)
  },
)

test('MA-6: granted, it may send', async () => {
  const platform = await builtPlatform()
  await platform.directory.setCapability('bills', 'revoked')
  await platform.directory.setCapability('bills', 'granted')
  expect((await platform.send()).accepted).toBe(true)
  await expect(platform.directory.setCapability('nobody', 'granted')).rejects.toThrow(RangeError)
})

test('MA-2: a personal account sends as an enterprise does', async () => {
  const world = {
    ...aWorld(),
    senders: [aSender('bills', { accountKind: 'personal' }), aSender('taxi'), aSender('shop')],
  }
  const platform = await builtPlatform({ world })
  expect((await platform.send()).accepted).toBe(true)
})

test('MA-19: a removed mini-program sends nothing, and that is said first', async () => {
  const platform = await builtPlatform()
  await platform.directory.putSender(aSender('bills', { status: 'removed', capability: 'revoked' }))
  expect(await platform.denial()).toMatchObject({ rule: 'MA-19.removed', code: 70001 })
})

test('MA-7: registered content is sent by its id, as often as one likes', async () => {
  const platform = await builtPlatform()
  const registered = await platform.sends.registerMessage({ sender: 'bills', ...content })
  const messageId = registered.accepted ? registered.messageId : ''
  for (const recipientIds of [['u_ada'], ['u_p1', 'u_p2']]) {
    const answer = await platform.sends.sendService({ sender: 'bills', recipientIds, content: { messageId } })
    expect(answer).toMatchObject({ messageId, outcomes: recipientIds.map(() => ({ outcome: { accepted: true } })) })
  }
  const { items } = (await platform.delivery.snapshot(await platform.session('p2'), { max: 9 })) as { items: unknown }
  expect(items).toMatchObject([
    { item: { message: { kind: 'service', title: 'Your bill', jump: { path: 'pages/detail', query: { id: '1' } } } } },
  ])
})

test('MA-7: an inline message is registered too, even when every recipient is refused', async () => {
  const platform = await builtPlatform()
  const inline = await platform.sends.sendService({ sender: 'bills', recipientIds: ['u_nobody'], content })
  const messageId = 'messageId' in inline ? inline.messageId : ''
  const again = await platform.sends.sendService({ sender: 'bills', recipientIds: ['u_ada'], content: { messageId } })
  expect(again).toMatchObject({ messageId, outcomes: [{ outcome: { accepted: true } }] })
})

test('MA-7: a message that this mini-program did not register is refused', async () => {
  const platform = await builtPlatform()
  const registered = await platform.sends.registerMessage({ sender: 'taxi', ...content })
  for (const messageId of ['none', registered.accepted ? registered.messageId : '']) {
    const answer = await platform.sends.sendService({
      sender: 'bills',
      recipientIds: ['u_ada'],
      content: { messageId },
    })
    expect(answer).toMatchObject({ whole: { rule: 'MA-7.registered', code: 70004 } })
  }
})

test.each([
  ['MA-8.title', { title: '' }],
  ['MA-9.title', { title: 'a'.repeat(81) }],
  ['MA-9.content-max', { content: 'a'.repeat(501) }],
  ['MA-10.content', { content: 'Pay ${amount}' }],
  ['MA-11.title', { title: 'Bill 💡' }],
  ['MA-12.jump', { jumpUrl: 'https://example.com' }],
  ['MA-12.jump', { jumpUrl: 'pages/unknown' }],
] as const)('%s: refused at registration and inline, code 70002', async (rule, part) => {
  const platform = await builtPlatform()
  const asked = { ...content, ...part }
  const registered = await platform.sends.registerMessage({ sender: 'bills', ...asked })
  expect(registered).toMatchObject({ accepted: false, verdict: { rule, code: 70002 } })
  const sent = await platform.sends.sendService({ sender: 'bills', recipientIds: ['u_ada'], content: asked })
  expect(sent).toMatchObject({ whole: { rule, code: 70002 } })
  platform.rules.setEnabled(rule, false)
  const switchedOff = await platform.sends.registerMessage({ sender: 'bills', ...asked })
  expect(switchedOff).not.toMatchObject({ verdict: { rule } })
})

test('MA-7: a list of none, or of 201, is refused; of 200 it is not', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 201 }) })
  const ids = Array.from({ length: 201 }, (_, index) => `u_p${index + 1}`)
  const send = (recipientIds: readonly string[]) =>
    platform.sends.sendService({ sender: 'bills', recipientIds, content })
  expect(await send([])).toMatchObject({ whole: { rule: 'MA-7.recipients', code: 70009, received: '0' } })
  expect(await send(ids)).toMatchObject({ whole: { rule: 'MA-7.recipients', received: '201' } })
  expect(await send(ids.slice(1))).toHaveProperty('outcomes.length', 200)
})

test('MA-7: an unknown recipient is refused alone', async () => {
  const platform = await builtPlatform()
  const recipientIds = ['u_nobody', 'u_ada']
  const answer = await platform.sends.sendService({ sender: 'bills', recipientIds, content })
  expect(answer).toMatchObject({
    outcomes: [
      { recipientId: 'u_nobody', outcome: { accepted: false, verdict: { rule: 'MA-7.recipient', code: 70010 } } },
      { recipientId: 'u_ada', outcome: { accepted: true } },
    ],
  })
  expect(answer.explanation[0]).toMatchObject({ rule: 'MA-7.recipient', word: 'refused' })
})

test('MA-7: an id of another operating account is unknown', async () => {
  const platform = await builtPlatform()
  await platform.directory.putSender(aSender('taxi', { account: 'other-ltd' }))
  expect(await platform.denial({ sender: 'taxi' })).toMatchObject({ rule: 'MA-7.recipient' })
})

test('an unknown sender is the caller’s mistake', async () => {
  const platform = await builtPlatform()
  await expect(platform.send({ sender: 'nobody' })).rejects.toThrow(RangeError)
  await expect(platform.sends.registerMessage({ sender: 'nobody', ...content })).rejects.toThrow(RangeError)
})

test('X-1: every rule says its word, the speaking one first', async () => {
  const platform = await builtPlatform()
  await platform.send()
  const refused = await platform.sends.sendService({ sender: 'bills', recipientIds: ['u_ada'], content })
  const [first, ...others] = refused.explanation
  expect(first).toMatchObject({ rule: 'MA-3', word: 'refused', verdict: { rule: 'MA-3' } })
  expect(others.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['MA-4', 'MA-5', 'MA-6', 'MA-9.title', 'MA-12.jump']),
  )
  expect(others.filter(({ word }) => word === 'refused')).toEqual([])
})

test.each(['MA-19.removed', 'MA-6', 'MA-7.registered', 'MA-7.recipient', 'MA-5', 'MA-7.recipients'])(
  '%s: switched off, the send is accepted even where it leads nowhere',
  async (rule) => {
    const platform = await builtPlatform()
    for (const each of [rule, 'MA-3', 'MA-4', 'MA-17']) platform.rules.setEnabled(each, false)
    if (rule === 'MA-19.removed') await platform.directory.putSender(aSender('bills', { status: 'removed' }))
    if (rule === 'MA-6') await platform.directory.setCapability('bills', 'revoked')
    const recipientIds =
      rule === 'MA-7.recipient' ? ['u_nobody'] : Array<string>(rule === 'MA-7.recipients' ? 201 : 1).fill('u_ada')
    if (rule === 'MA-7.recipients') platform.rules.setEnabled('MA-5', false)
    const asked = rule === 'MA-7.registered' ? { messageId: 'none' } : content
    const answer = await platform.sends.sendService({ sender: 'bills', recipientIds, content: asked })
    expect('outcomes' in answer && answer.outcomes.every(({ outcome }) => outcome.accepted)).toBe(true)
  },
)
