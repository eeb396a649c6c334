import { cpuMs, tell } from './cpu.ts'

const message = { title: 'Your bill', content: 'It is due on Friday.', jumpUrl: 'pages/bill/detail?id=1' }
const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })

const ms = await cpuMs(async () => {
  const { createMockPlatform } = await import('@minibell/mock')
  const { default: world } = await import('@minibell/mock/worlds/demo.json', { with: { type: 'json' } })
  const mock = await createMockPlatform({ world })
  const answer = await mock.fetch('http://platform.test/miniapp/v1/messages/send', { method: 'POST', body })
  const { code } = (await answer.json()) as { readonly code: number }
  if (code !== 0) throw new Error(`The first send was refused with ${code}.`)
  mock.close()
})
tell({ ms })
