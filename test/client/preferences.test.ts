import { createInbox, preferences, webSocket } from '@minibell/client'
import { createMockPlatform } from '@minibell/mock'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'

async function amina() {
  const time = virtualTime()
  const mock = await createMockPlatform({ world: demo, time })
  await mock.use({ person: 'amina', sender: 'kijani' })
  const { http, socket } = mock
  const inbox = createInbox({
    host: { http, socket, clock: time, timers: time, random: () => 0.5, report: () => undefined },
    session: { url: '', person: 'amina', getToken: () => mock.session({ person: 'amina' }) },
    transports: [webSocket()],
    preferences: preferences(),
  })
  inbox.start()
  const pass = async (): Promise<void> => {
    for (let step = 0; step < 10; step += 1) await time.advance(50)
  }
  await pass()
  const send = async (): Promise<number> => {
    const message = { title: 'Your bill', content: 'Pay before Friday.', jumpUrl: 'pages/bill/detail?id=2041' }
    const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
    const answer = await mock.http({ method: 'POST', url: '/miniapp/v1/messages/send', body }).response
    return JSON.parse(answer.body).data.results[0].code
  }
  return { inbox, choices: inbox.preferences ?? expect.unreachable(), send, pass }
}

test('MA-7: a person who stops a sender hears no more of it, until they allow it again', async () => {
  const { inbox, choices, send, pass } = await amina()
  expect(await choices.switches()).toEqual({ push: true, muted: [] })
  expect(await choices.mute('kijani')).toEqual({ push: true, muted: ['kijani'] })
  expect(await send()).toBe(70011)
  await pass()
  expect(inbox.getSnapshot().sender('kijani').muted).toBe(true)
  expect(await choices.unmute('kijani')).toEqual({ push: true, muted: [] })
  expect(await send()).toBe(0)
  expect(await choices.mute()).toEqual({ push: false, muted: [] })
  expect(await send()).toBe(70011)
  await choices.unmute()
})

test('a complaint counts once, and one about nothing is refused', async () => {
  const { inbox, choices, send, pass } = await amina()
  await send()
  await pass()
  const id = inbox.getSnapshot().at(0)?.id ?? ''
  expect(await choices.report(id, 'marketing')).toEqual({ repeated: false })
  expect(await choices.report(id, 'marketing')).toEqual({ repeated: true })
  await expect(choices.report('nothing', 'other')).rejects.toMatchObject({ code: 'unknown-item' })
  await expect(choices.mute('no-such-sender')).rejects.toThrow()
})
