import type { Platform } from '../../platform/platform.ts'
import type { Answer, Note } from '../answer.ts'
import type { Route } from '../route.ts'
import { type Called, call } from './call.ts'
import { failed, ok, plainBody } from './wechat-answer.ts'

/** Desk accounts live below another root than everything else; only the lists are under `/cgi-bin`. */
export const kfRoutes: readonly Route[] = [
  call({ id: 'wechat.kf.add', method: 'POST', path: '/customservice/kfaccount/add', handle: add }),
  call({ id: 'wechat.kf.update', method: 'POST', path: '/customservice/kfaccount/update', handle: update }),
  call({ id: 'wechat.kf.invite', method: 'POST', path: '/customservice/kfaccount/inviteworker', handle: invite }),
  call({ id: 'wechat.kf.delete', method: 'GET', path: '/customservice/kfaccount/del', handle: remove }),
  call({ id: 'wechat.kf.delete.post', method: 'POST', path: '/customservice/kfaccount/del', handle: remove }),
  call({ id: 'wechat.kf.list', method: 'GET', path: '/cgi-bin/customservice/getkflist', handle: list }),
  call({ id: 'wechat.kf.online', method: 'GET', path: '/cgi-bin/customservice/getonlinekflist', handle: online }),
]

type Outcome = Awaited<ReturnType<Platform['customerService']['desk']['add']>>

/** 61451 to 61457 of the old table: bad parameter, no such account, name too long, bad characters, too many, taken. */
const codes: Readonly<Record<Exclude<Outcome, 'ok'>, number>> = { exists: 61454, unknown: 61452, full: 61455 }

/** `name@account`: 1 to 10 letters, digits or low lines before the sign. */
const accountForm = /^[A-Za-z0-9_]{1,10}@[A-Za-z0-9_-]{1,64}$/
const longestNickname = 16

async function add({ platform, body, sender }: Called): Promise<Answer> {
  const { kf_account: account, nickname } = body
  const note = noteOf(sender, `adds a desk account`)
  const wrong = wrongAccount(account) ?? wrongNickname(nickname)
  if (wrong !== undefined) return failed({ code: wrong, at: platform.clock.now(), note })
  const outcome = await platform.customerService.desk.add(sender.id, {
    account: String(account),
    nickname: String(nickname),
  })
  return answer(platform, outcome, note)
}

async function update({ platform, body, sender }: Called): Promise<Answer> {
  const { kf_account: account, nickname } = body
  const note = noteOf(sender, 'changes a desk account')
  const wrong = wrongAccount(account) ?? (nickname === undefined ? undefined : wrongNickname(nickname))
  if (wrong !== undefined) return failed({ code: wrong, at: platform.clock.now(), note })
  const changes = nickname === undefined ? {} : { nickname: String(nickname) }
  const outcome = await platform.customerService.desk.update(sender.id, { account: String(account), ...changes })
  return answer(platform, outcome, note)
}

/** Nobody is asked: whoever is invited has accepted. */
async function invite({ platform, body, sender }: Called): Promise<Answer> {
  const { kf_account: account, invite_wx: invited } = body
  const note = noteOf(sender, 'invites somebody to its desk')
  const at = platform.clock.now()
  const wrong = wrongAccount(account) ?? (typeof invited === 'string' && invited !== '' ? undefined : 61451)
  if (wrong !== undefined) return failed({ code: wrong, at, note })
  const accounts = await platform.customerService.desk.list(sender.id)
  return accounts.some((one) => one.account === account) ? ok(note) : failed({ code: 61452, at, note })
}

/** The name stands in the query; older clients send a body. */
async function remove({ platform, body, sender, context: { url } }: Called): Promise<Answer> {
  const account = url.searchParams.get('kf_account') ?? body['kf_account']
  const note = noteOf(sender, 'removes a desk account')
  const wrong = wrongAccount(account)
  if (wrong !== undefined) return failed({ code: wrong, at: platform.clock.now(), note })
  return answer(platform, await platform.customerService.desk.remove(sender.id, String(account)), note)
}

async function list({ platform, sender }: Called): Promise<Answer> {
  const accounts = await platform.customerService.desk.list(sender.id)
  const rows = accounts.map(({ account, nickname, id, headImage = '' }) => ({
    kf_account: account,
    kf_nick: nickname,
    kf_id: String(id),
    kf_headimgurl: headImage,
  }))
  return plainBody({ kf_list: rows }, noteOf(sender, 'lists its desk accounts'))
}

/** Nobody sits at a desk here, so all are online and none is busy. */
async function online({ platform, sender }: Called): Promise<Answer> {
  const accounts = await platform.customerService.desk.list(sender.id)
  const rows = accounts.map(({ account, id }) => ({
    kf_account: account,
    status: 1,
    kf_id: String(id),
    accepted_case: 0,
  }))
  return plainBody({ kf_online_list: rows }, noteOf(sender, 'lists its desk accounts that are online'))
}

function answer(platform: Platform, outcome: Outcome, note: Note): Answer {
  return outcome === 'ok' ? ok(note) : failed({ code: codes[outcome], at: platform.clock.now(), note })
}

function wrongAccount(account: unknown): number | undefined {
  if (typeof account !== 'string' || !account.includes('@')) return 61451
  const [name = ''] = account.split('@')
  if (name.length > 10) return 61453
  return accountForm.test(account) ? undefined : 61456
}

function wrongNickname(nickname: unknown): number | undefined {
  if (typeof nickname !== 'string' || nickname === '') return 61451
  return Array.from(nickname).length > longestNickname ? 61453 : undefined
}

function noteOf({ id, name }: Called['sender'], what: string): Note {
  return { kind: 'request', summary: `${name} ${what}`, sender: id }
}
