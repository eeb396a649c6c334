import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import type { Answer, Table } from '../../table.ts'
import { noon } from '../../world.ts'

export const ada = 'oConformance00000000000ada01'
export const ben = 'oConformance00000000000ben02'
export const appId = 'wx1234567890abcdef'
export const pushToken = 'conformance'

/** 2023-06-12 00:00 in UTC+8. */
export const switchAt = 1_686_499_200_000

/** A verified service account with Ada and Ben as followers; `changes` of the account, and the clock. */
export function office(changes: { readonly [key: string]: Json } = {}, { start = noon } = {}): Json {
  const { followers = [follower(ada), follower(ben)], settings = {}, sender = {}, ...account } = changes
  return {
    format: 'minibell-world',
    version: 1,
    name: 'conformance office',
    clock: { at: start, running: false },
    seed: 13,
    senders: [
      {
        ...senderOf('office', 'official-account', appId),
        // What a case changes of the sender is an object.
        ...(sender as { readonly [key: string]: Json }),
      },
      {
        ...senderOf('shop', 'mini-program', 'wx00000000000shop1'),
        pages: [{ path: 'pages/order/detail', title: 'Order' }],
      },
    ],
    persons: [personOf('ada', ada), personOf('ben', ben)],
    uses: [],
    templates: [],
    accessTokens: [],
    sessions: ['ada', 'ben'].map((id) => ({ token: `host-${id}`, person: id, scope: { kind: 'host' } })),
    officialAccounts: [
      {
        sender: 'office',
        secret: 'the-secret',
        originalId: 'gh_conformance1',
        type: 'service',
        verified: true,
        payment: true,
        registeredAt: 1_500_000_000_000,
        plugin: 'closed',
        miniPrograms: ['wx00000000000shop1'],
        media: [{ id: 'a-picture', type: 'image' }],
        followers,
        ...account,
      },
    ],
    wechat: settings,
  }
}

export function follower(openid: string, changes: { readonly [key: string]: Json } = {}): Json {
  return { openid, followedAt: 1_600_000_000_000, ...changes }
}

function senderOf(id: string, kind: string, wireId: string) {
  return {
    id,
    kind,
    platform: 'wechat',
    wireId,
    name: `The ${id}`,
    account: 'office-ltd',
    accountKind: 'enterprise',
    capability: 'not-applied',
    status: 'available',
    pages: [],
  }
}

function personOf(id: string, openid: string) {
  return {
    id,
    name: `Person ${id}`,
    language: 'en',
    timeZone: 'Asia/Shanghai',
    recipientIds: [{ account: 'office-ltd', id: openid }],
  }
}

/** A user does something. */
export async function act(table: Table, action: { readonly [key: string]: Json }, openid = ada): Promise<Answer> {
  const answer = await table.post(`/control/v1/official-accounts/office/followers/${openid}/actions`, action)
  equal(answer.status, 200, 'status of the action')
  return answer
}

export async function write(table: Table, content = 'Where is my parcel?', openid = ada): Promise<void> {
  await act(table, { kind: 'text', content }, openid)
}

/** A customer-service message, its token fetched before. */
export async function send(table: Table, body: { readonly [key: string]: Json }): Promise<Answer> {
  const asked = { grant_type: 'client_credential', appid: appId, secret: 'the-secret' }
  const token = String(at((await table.post('/cgi-bin/stable_token', asked)).body, 'access_token'))
  return table.post(`/cgi-bin/message/custom/send?access_token=${token}`, body)
}

/** A text; every one another. */
export function say(table: Table, content: string, touser = ada): Promise<Answer> {
  return send(table, { touser, msgtype: 'text', text: { content } })
}

/** HTTP 200 and errcode 0. */
export function taken(answer: Answer): void {
  equal(answer.status, 200, 'HTTP status')
  equal(at(answer.body, 'errcode'), 0, 'errcode')
  equal(answer.verdict, 'ok', 'minibell-verdict')
}

/** HTTP 200 with that errcode, told by that statement. */
export function turnedDown(answer: Answer, code: number, rule: string): void {
  equal(answer.status, 200, 'HTTP status')
  equal(at(answer.body, 'errcode'), code, 'errcode')
  claim(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/.test(String(at(answer.body, 'errmsg'))), 'errmsg ends in a rid')
  const speaks = answer.verdict === rule || answer.verdict.startsWith(`${rule}.`)
  claim(speaks, `minibell-verdict should name ${rule}, it says "${answer.verdict}"`)
}

/** Sends texts until one is turned down; exactly `count` must pass. */
export async function exhausts(
  table: Table,
  { count, code, rule }: { readonly count: number; readonly code: number; readonly rule: string },
): Promise<void> {
  for (let number = 1; number <= count; number += 1) taken(await say(table, `Answer ${number}`))
  turnedDown(await say(table, 'One more'), code, rule)
}

/** Messages in a person's inbox, newest first. */
export async function messages(table: Table, token = 'host-ada'): Promise<readonly Json[]> {
  const { body } = await table.get('/delivery/v1/snapshot', token)
  return list(at(body, 'items')).map((row) => at(row, 'item.message') ?? null)
}
