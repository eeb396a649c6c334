import type { AccountTemplate, Follower, OfficialAccount, WechatSettings } from '../platform/index.ts'
import { type Answered, ask } from './asked.ts'
import { ada, noonAt, type OfficialMock, officialMock, officialWorld } from './official-world.ts'

/** A template of the account that anything may be sent by. */
export const cardTemplate: AccountTemplate = {
  id: 'C'.repeat(43),
  libraryId: 'OPENTM207266084',
  form: 'historical',
  title: 'Card payment success notification',
  class: 'instant',
  kind: 'purchase',
  industries: [2],
  content: '{{first.DATA}}\nCard: {{keyword1.DATA}}\nAmount paid: {{keyword2.DATA}}\n{{remark.DATA}}',
  example: 'Dear customer, your payment succeeded.\nCard: ending 4471\nAmount paid: 12.50\nThank you.',
  addedAt: 0,
}

/** Ada has just paid, follows, was served and agreed to nothing. */
export const paying: Follower = {
  openid: ada,
  followedAt: 1_600_000_000_000,
  servedAt: noonAt,
  operations: [{ at: noonAt, kind: 'purchase', subject: 'A-1' }],
}

/** The official world with that template and that follower in it, or others. */
export async function templateMock({
  templates = [cardTemplate],
  follower = paying,
  account,
  wechat,
}: {
  readonly templates?: readonly AccountTemplate[]
  readonly follower?: Follower
  readonly account?: Partial<OfficialAccount>
  readonly wechat?: WechatSettings
} = {}): Promise<TemplateMock> {
  // The builder writes exactly this shape.
  const world = officialWorld(account) as { readonly officialAccounts: readonly object[] }
  const officialAccounts = world.officialAccounts.map((one) => ({ ...one, templates, followers: [follower] }))
  const mock = await officialMock({ world: { ...world, officialAccounts, ...(wechat && { wechat }) } })
  return {
    ...mock,
    send: (values = {}, changes = {}) =>
      mock.post('/cgi-bin/message/template/send', {
        touser: ada,
        template_id: templates[0]?.id,
        data: Object.fromEntries(Object.entries({ ...honest, ...values }).map(([name, value]) => [name, { value }])),
        ...changes,
      }),
    violations: async () => (await ask(mock.fetch, 'GET /control/v1/senders/harbour/standing')).body.violations,
    letters: async () => (await ask(mock.fetch, 'GET /control/v1/senders/harbour/internal-messages')).body.messages,
  }
}

const honest = {
  first: 'Dear customer, your payment succeeded.',
  keyword1: 'ending 4471',
  keyword2: '12.50',
  remark: 'Thank you.',
}

export interface TemplateMock extends OfficialMock {
  /** `template/send` to Ada: an honest message with some values changed. */
  send(values?: object, changes?: object): Promise<Answered>
  /** Of the ledger, oldest first. */
  violations(): Promise<readonly { readonly rule?: string; readonly [member: string]: unknown }[]>
  /** Newest first. */
  letters(): Promise<readonly { readonly about: string; readonly reason?: string }[]>
}
