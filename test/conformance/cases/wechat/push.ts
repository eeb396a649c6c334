import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { moveTo, type Table } from '../../table.ts'
import { noon } from '../../world.ts'
import { act, ada, messages, office, pushToken, write } from './customer-office.ts'

const cs1 = statement('CS-1', office())
const patienceMs = 5_000
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

/** The platform's own stand-in is the developer. */
async function listen(table: Table, { mode = 'plain', answers = [] as readonly Json[] } = {}): Promise<void> {
  equal((await table.put('/control/v1/push-stand-in', { answers })).status, 200, 'status of the script')
  const push = { url: `${table.baseUrl}/control/v1/push-stand-in/desk`, token: pushToken, aesKey, mode }
  equal((await table.put('/control/v1/world', office({ push }))).status, 200, 'status of the world')
}

/** Waits for rows until so many pushes came. */
async function pushes(table: Table, count: number): Promise<readonly Json[]> {
  let after = '0'
  for (;;) {
    const got = list(at((await table.get('/control/v1/push-stand-in')).body, 'pushes'))
    if (got.length >= count) return got
    after = await newer(table, after)
  }
}

async function newer(table: Table, after: string): Promise<string> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('nothing more was pushed')), patienceMs),
  )
  const { body } = await Promise.race([table.get(`/control/v1/journal/stream?after=${after}`), late])
  const rows = list(at(body, 'rows'))
  claim(rows.length > 0, 'the developer gets what it should')
  return String(at(rows.at(-1), 'id'))
}

async function signatureOf(...parts: readonly string[]): Promise<string> {
  const text = new TextEncoder().encode([...parts].sort().join(''))
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-1', text))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const query = (push: Json | undefined, name: string): string => String(at(push, `query.${name}`))

cs1.accepts('a user’s message and pushes it, signed, in plain XML', async (table) => {
  await listen(table)
  await write(table, 'a ]]> <b> 中')
  const [push] = await pushes(table, 1)
  const signature = await signatureOf(pushToken, query(push, 'timestamp'), query(push, 'nonce'))
  equal(query(push, 'signature'), signature, 'signature')
  const body = String(at(push, 'body'))
  for (const part of [
    '<ToUserName><![CDATA[gh_conformance1]]></ToUserName>',
    `<FromUserName><![CDATA[${ada}]]></FromUserName>`,
    `<CreateTime>${noon / 1_000}</CreateTime>`,
    '<MsgType><![CDATA[text]]></MsgType>',
    '<Content><![CDATA[a ]]]]><![CDATA[> <b> 中]]></Content>',
  ])
    claim(body.includes(part), `the body holds ${part}: ${body}`)
  claim(/<MsgId>\d{1,19}<\/MsgId>/.test(body), 'MsgId is bare')
})

cs1.accepts('the same encrypted, with a signature over the ciphertext', async (table) => {
  await listen(table, { mode: 'encrypted' })
  await write(table, 'secret')
  const [push] = await pushes(table, 1)
  const body = String(at(push, 'body'))
  const encrypt = /<Encrypt><!\[CDATA\[([A-Za-z0-9+/=]+)]]><\/Encrypt>/.exec(body)?.[1] ?? ''
  claim(encrypt !== '' && !body.includes('FromUserName'), `only account and ciphertext stand in the body: ${body}`)
  equal(query(push, 'encrypt_type'), 'aes', 'encrypt_type')
  const signature = await signatureOf(pushToken, query(push, 'timestamp'), query(push, 'nonce'), encrypt)
  equal(query(push, 'msg_signature'), signature, 'msg_signature')
  equal(atob(encrypt).length % 32, 0, 'bytes beyond whole blocks of 32')
})

for (const [what, action, part] of [
  ['a follow', { kind: 'follow', scene: '7' }, '<EventKey><![CDATA[qrscene_7]]></EventKey>'],
  ['an unfollow', { kind: 'unfollow' }, '<Event><![CDATA[unsubscribe]]></Event>'],
  ['a scan', { kind: 'scan', scene: '7' }, '<Event><![CDATA[SCAN]]></Event><EventKey><![CDATA[7]]></EventKey>'],
  [
    'a menu click',
    { kind: 'menu-click', key: 'K' },
    '<Event><![CDATA[CLICK]]></Event><EventKey><![CDATA[K]]></EventKey>',
  ],
] as const)
  cs1.accepts(`${what} and pushes the event`, async (table) => {
    await listen(table)
    await act(table, action)
    const [push] = await pushes(table, 1)
    claim(String(at(push, 'body')).includes(part), `the body holds ${part}: ${String(at(push, 'body'))}`)
  })

cs1.accepts('a passive reply, which arrives in the inbox and spends nothing', async (table) => {
  const reply = `<xml><ToUserName><![CDATA[${ada}]]></ToUserName><FromUserName><![CDATA[gh_conformance1]]></FromUserName><CreateTime>1714037059123</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[It is here.]]></Content></xml>`
  await listen(table, { answers: [{ body: reply }] })
  await write(table)
  await until(table, async () => (await messages(table)).length > 0)
  equal(at((await messages(table))[0], 'text'), 'It is here.', 'text')
  const windows = await table.get(`/control/v1/official-accounts/office/followers/${ada}/windows`)
  equal(at(windows.body, 'windows.0.left'), 5, 'messages left')
})

cs1.refuses('to take no answer for one: the same push comes again', async (table) => {
  await listen(table, { answers: [{ status: 500 }, { body: 'success' }] })
  await write(table)
  await pushes(table, 1)
  await until(table, async () => (await outbound(table)) >= 1)
  await moveTo(table, noon + 5_000)
  const [first, second] = await pushes(table, 2)
  equal(at(second, 'body'), at(first, 'body') ?? null, 'body of the second try')
})

cs1.refuses('nonsense as a reply', async (table) => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><xml><Content>&a;</Content></xml>'
  await listen(table, { answers: [{ body: bomb }] })
  await write(table)
  await until(table, async () => (await messages(table)).length > 0)
  equal(at((await messages(table))[0], 'type'), 'notice', 'type of what the user sees')
})

async function until(table: Table, isSo: () => Promise<boolean>): Promise<void> {
  let after = '0'
  while (!(await isSo())) after = await newer(table, after)
}

async function outbound(table: Table): Promise<number> {
  const { body } = await table.get('/control/v1/journal?max=1000')
  return list(at(body, 'rows')).filter((row) => at(row, 'kind') === 'outbound').length
}

export const customerPush = cs1.cases
