import { createMockPlatform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import { listen } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test } from 'vitest'

const send = (title: string) => ({
  method: 'POST',
  body: JSON.stringify({
    miniappId: 'mp_kijani',
    uniqueIds: ['u_amina'],
    message: { title, content: 'Tap to see the amount.', jumpUrl: 'pages/bill/detail?id=1' },
  }),
})

const asAmina = { headers: { authorization: 'Bearer demo-host-amina' } }

test('X-3: one set of routes serves a unit test, MSW and a port, from one state', async () => {
  const mock = await createMockPlatform({ world: demo })
  const server = setupServer(...handlers(mock, { origin: 'https://platform.test' }))
  server.listen({ onUnhandledFrame: 'bypass' })
  onTestFinished(() => server.close())
  const listening = await listen(mock, { port: 0 })
  onTestFinished(() => listening.close())

  const inProcess = await mock.fetch('http://any.test/miniapp/v1/messages/send', send('In the process'))
  expect(await inProcess.json()).toMatchObject({ code: 0 })
  await mock.clock.advance({ days: 3 })
  const behindMsw = await fetch('https://platform.test/miniapp/v1/messages/send', send('Behind MSW'))
  expect(await behindMsw.json()).toMatchObject({ code: 0 })
  const onPort = await fetch(`${listening.url}/miniapp/v1/messages/send`, send('On a port'))
  expect(await onPort.json()).toMatchObject({ code: 70013 })

  const snapshots = await Promise.all([
    mock.fetch('http://any.test/delivery/v1/snapshot', asAmina),
    fetch('https://platform.test/delivery/v1/snapshot', asAmina),
    fetch(`${listening.url}/delivery/v1/snapshot`, asAmina),
  ])
  const [first, ...others] = await Promise.all(snapshots.map((response) => response.json()))
  expect(first.items.map(({ item }: { item: { message: { title: string } } }) => item.message.title)).toEqual([
    'Behind MSW',
    'In the process',
  ])
  expect(others).toEqual([first, first])
})
