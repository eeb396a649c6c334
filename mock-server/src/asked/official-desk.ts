import type { PushEvent } from '../platform/official-account/push.ts'
import { ask } from './asked.ts'
import { ada, type OfficialMock, officialMock } from './official-world.ts'

/** An account that may send, with what its developer is told. */
export interface Desk extends OfficialMock {
  readonly pushed: readonly PushEvent[]
  send(changes?: object): ReturnType<OfficialMock['post']>
  follower(changes: object, openid?: string): Promise<unknown>
  operate(body: object): Promise<unknown>
}

/** Ada was served and agreed to everything, unless `follower` says otherwise; the template is of `kind`. */
export async function desk(kind: Kind = 'status', follower: object = { servedAt: 1, consents: ['*'] }): Promise<Desk> {
  const mock = await officialMock()
  const pushed: PushEvent[] = []
  mock.platform.official.pushes.on((event) => pushed.push(event))
  await mock.platform.worlds.import(withTemplate(await mock.platform.worlds.export(), kind))
  const put = (changes: object, openid = ada) =>
    ask(mock.fetch, `PUT /control/v1/official-accounts/harbour/followers/${openid}`, {
      body: { openid, followedAt: 1, ...changes },
    })
  await put(follower)
  return {
    ...mock,
    pushed,
    send: (changes = {}) =>
      mock.post('/cgi-bin/message/template/send', { touser: ada, template_id: templateId, data, ...changes }),
    follower: put,
    operate: (body) =>
      ask(mock.fetch, `POST /control/v1/official-accounts/harbour/followers/${ada}/operations`, { body }),
  }
}

export const templateId = 'T'.repeat(43)
/** Values of every parameter. */
export const data = {
  first: { value: 'Dear Ada,', color: '#173177' },
  keyword1: { value: 'A-1001' },
  keyword2: { value: 'Tea 🍵\nand cups' },
  remark: { value: 'Thank you.' },
}

const kinds = {
  status: 'instant',
  'utility-bill': 'monthly',
  expiration: 'irregular',
  meeting: 'irregular',
  fault: 'irregular',
  alert: 'irregular',
  refund: 'general',
} as const
type Kind = keyof typeof kinds

/** The world with one template of the account, of that kind. */
export function withTemplate(world: object, kind: Kind): unknown {
  const template = {
    id: templateId,
    libraryId: 'TM00001',
    form: 'historical',
    title: 'Order notification',
    class: kinds[kind],
    kind,
    industries: [2],
    content: '{{first.DATA}}\nOrder: {{keyword1.DATA}}\nGoods：{ {keyword2.DATA} }\n{{remark.DATA}}',
    example: 'x',
    addedAt: 1,
  }
  const [account] = (world as { readonly officialAccounts: readonly object[] }).officialAccounts
  return { ...world, officialAccounts: [{ ...account, templates: [template] }] }
}
