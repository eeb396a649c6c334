import type { AddressInfo } from 'node:net'
import wechat, { type Pushed } from 'co-wechat'
import Koa from 'koa'
import { aesKey, appId, token } from './names.ts'

/**
 * A developer's server as people write them, in a process of its own: a test runner's conditions would give `co-wechat` another
 * build of its parts. Says its port, then one line of JSON for each message that passed the library. Its token is the first argument.
 */
const answers: Readonly<Record<string, unknown>> = {
  nothing: '',
  news: [{ title: 'Strike', description: 'Tomorrow', picurl: 'https://n.test/p.png', url: 'https://n.test/' }],
  transfer: { type: 'customerService' },
  picture: { type: 'image', content: { mediaId: 'photo' } },
}

function answerTo({ MsgType, Content = '' }: Pushed): unknown {
  if (MsgType !== 'text') return ''
  return Content in answers ? answers[Content] : `You said ${Content}`
}

const app = new Koa()
const [, , own = token] = process.argv
app.use(
  wechat({ token: own, appid: appId, encodingAESKey: aesKey }).middleware(async (message, { path }) => {
    console.log(JSON.stringify({ path, message }))
    return answerTo(message)
  }),
)
const server = app.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has one.
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ port }))
})
process.stdin.resume().on('end', () => process.exit(0))
