import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeveloperPush } from '../../platform/index.ts'
import { pushCipher } from './cipher.ts'
import { openReply } from './open-reply.ts'
import { readReply } from './passive-reply.ts'
import { signatureOf } from './signature.ts'

const head = '<ToUserName><![CDATA[o_1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName>'
const reply = (rest: string, createTime = '1714037059') =>
  `<xml>${head}<CreateTime>${createTime}</CreateTime>${rest}</xml>`
const textReply = reply('<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[hello]]></Content>')

test.each(['', 'success', ' success\n'])('CS-1: %j is nothing to deliver', (body) => {
  expect(readReply(body)).toEqual({ kind: 'nothing' })
})

test('CS-1: CreateTime may be in seconds or in milliseconds', () => {
  const content = { type: 'text', text: 'hello' }
  for (const at of ['1714037059', '1714037059123'])
    expect(readReply(reply('<MsgType>text</MsgType><Content>hello</Content>', at))).toMatchObject({
      kind: 'message',
      content,
    })
})

test.each([
  ['<MsgType>image</MsgType><Image><MediaId>m</MediaId></Image>', { type: 'image', mediaId: 'm' }],
  ['<MsgType>voice</MsgType><Voice><MediaId>m</MediaId></Voice>', { type: 'voice', mediaId: 'm' }],
  [
    '<MsgType>video</MsgType><Video><MediaId>m</MediaId><Title>t</Title><Description>d</Description></Video>',
    { type: 'video', mediaId: 'm', title: 't', description: 'd' },
  ],
  [
    '<MsgType>music</MsgType><Music><Title>t</Title><MusicUrl>u</MusicUrl></Music>',
    { type: 'music', title: 't', url: 'u' },
  ],
  [
    '<MsgType>news</MsgType><ArticleCount>2</ArticleCount><Articles><item><Title>a</Title><Url>u</Url></item><item><Title>b</Title></item></Articles>',
    { type: 'news', articles: [{ title: 'a', url: 'u' }, { title: 'b' }] },
  ],
])('CS-1: %s', (rest, content) => {
  expect(readReply(reply(rest))).toMatchObject({ kind: 'message', to: 'o_1', from: 'gh_1', content })
})

test('CS-1: a transfer to the desk is no message', () => {
  const rest = '<MsgType>transfer_customer_service</MsgType><TransInfo><KfAccount>a@b</KfAccount></TransInfo>'
  expect(readReply(reply(rest))).toMatchObject({ kind: 'transfer', kfAccount: 'a@b' })
})

test.each([
  'hello',
  '<html></html>',
  reply('<MsgType>text</MsgType>'),
  reply('<MsgType>dance</MsgType>'),
  reply('<MsgType>image</MsgType>'),
  reply('<MsgType>news</MsgType>'),
  reply('<MsgType>text</MsgType><Content>a</Content>', 'now'),
  '<xml><MsgType>text</MsgType><Content>a</Content></xml>',
])('CS-1: %s is malformed', (body) => {
  expect(readReply(body)).toMatchObject({ kind: 'malformed', why: expect.any(String) })
})

const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const server = (mode: DeveloperPush['mode']): DeveloperPush => ({
  url: 'https://dev.test/',
  token: 'AAAAA',
  aesKey,
  mode,
})

function sealed(message: string, { appId = 'wx1', token = 'AAAAA' } = {}): string {
  const encrypt = pushCipher(aesKey, appId).encrypt(message, new Uint8Array(16))
  const signature = signatureOf(token, '5', '7', encrypt)
  return `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>5</TimeStamp><Nonce><![CDATA[7]]></Nonce></xml>`
}

test('CS-1: an encrypted reply is opened, in the modes that encrypt', () => {
  for (const mode of ['compatible', 'encrypted'] as const)
    expect(openReply(sealed(textReply), server(mode), 'wx1')).toMatchObject({ kind: 'message', to: 'o_1' })
  expect(openReply(sealed(textReply), server('plain'), 'wx1')).toMatchObject({ kind: 'malformed' })
})

test('CS-1: a plain reply passes in plain and compatible mode, an empty one in all', () => {
  expect(openReply(textReply, server('plain'), 'wx1')).toMatchObject({ kind: 'message' })
  expect(openReply(textReply, server('compatible'), 'wx1')).toMatchObject({ kind: 'message' })
  expect(openReply(textReply, server('encrypted'), 'wx1')).toMatchObject({ kind: 'malformed' })
  expect(openReply('success', server('encrypted'), 'wx1')).toEqual({ kind: 'nothing' })
})

test.each([
  ['another token', sealed(textReply, { token: 'BBBBB' }), /MsgSignature/],
  ['another appid', sealed(textReply, { appId: 'wx2' }), /appid/],
  ['another ciphertext', sealed(textReply).replace('<Encrypt><![CDATA[', '<Encrypt><![CDATA[AAAA'), /MsgSignature/],
])('CS-1: an encrypted reply of %s is malformed', (_, body, why) => {
  expect(openReply(body, server('encrypted'), 'wx1')).toMatchObject({
    kind: 'malformed',
    why: expect.stringMatching(why),
  })
})

test('CS-1: whatever a server answers is one of four things, and never an exception', () => {
  const piece = fc.constantFrom(
    ...['<xml>', '</xml>', '<Articles>', '</Articles>', '<item>', '</item>', '<MsgType>', '</MsgType>', 'news', 'text'],
    ...[
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE',
      '&a;',
      '&#0;',
      '<?',
      '<!--',
      '{',
      '"Encrypt":',
      head,
      '<Encrypt>',
      '</Encrypt>',
    ],
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.oneof({ weight: 9, arbitrary: piece }, fc.string())).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('plain', 'compatible', 'encrypted'), (body, mode) => {
      expect(['nothing', 'message', 'transfer', 'malformed']).toContain(openReply(body, server(mode), 'wx1').kind)
    }),
    { numRuns: 1_000 },
  )
})
