import { createMockPlatform, type MockOptions, type MockPlatform } from '../faces/in-process/mock-platform.ts'
import type { OfficialAccount } from '../platform/index.ts'
import { type Answered, ask } from './asked.ts'

/** Ada follows, Bo left, Chen never came; nobody else is known. */
export const ada = 'oHarbour0000000000000000ada1'
export const bo = 'oHarbour00000000000000000bo2'
export const chen = 'oHarbour000000000000000chen3'

export const appId = 'wxb11529c136998cb6'
export const secret = 'secret-of-harbour'
export const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

/** 2026-03-02T12:00Z: every account has the windows of 2023 long since. */
export const noonAt = 1_772_452_800_000

const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** One verified service account of long ago, a mini-program that is bound to it, and its users. */
export function officialWorld(changes: Partial<OfficialAccount> = {}): unknown {
  const person = (id: string, openid: string, language: string) => ({
    id,
    name: id,
    language,
    timeZone: 'Asia/Shanghai',
    recipientIds: [{ account: 'harbour-oa', id: openid }],
  })
  return {
    format: 'minibell-world',
    version: 1,
    name: 'official',
    seed: 3,
    senders: [
      { ...sender, id: 'harbour', kind: 'official-account', wireId: appId, name: 'Harbour Post', pages: [] },
      {
        ...sender,
        id: 'harbour-mini',
        kind: 'mini-program',
        wireId: 'wx0000000000000mini',
        name: 'Harbour Mini',
        pages: [{ path: 'pages/parcel/detail', title: 'Parcel' }],
      },
    ],
    persons: [person('ada', ada, 'en'), person('bo', bo, 'zh-CN'), person('chen', chen, 'zh-CN')],
    uses: [],
    templates: [],
    accessTokens: [],
    sessions: ['ada', 'bo', 'chen'].map((id) => ({ token: `session-${id}`, person: id, scope: { kind: 'host' } })),
    officialAccounts: [{ ...account, ...changes, followers, templates: [] }],
  }
}

const sender = {
  platform: 'wechat',
  account: 'harbour-oa',
  accountKind: 'enterprise',
  capability: 'granted',
  status: 'available',
} as const

const account = {
  sender: 'harbour',
  secret,
  originalId: 'gh_harbour00001',
  type: 'service',
  verified: true,
  payment: true,
  registeredAt: 1_500_000_000_000,
  plugin: 'open',
  industries: [2, 14],
  miniPrograms: ['wx0000000000000mini'],
  media: [
    { id: 'media-photo', type: 'image', picture: { url: png, width: 1, height: 1 } },
    { id: 'media-voice', type: 'voice' },
    { id: 'media-video', type: 'video' },
    { id: 'media-thumb', type: 'thumb', picture: { url: png, width: 1, height: 1 } },
    { id: 'media-news', type: 'news', title: 'Opening hours', text: 'We are open.', url: 'https://harbour.test/hours' },
  ],
}

const followers = [
  { openid: ada, followedAt: 1_600_000_000_000 },
  { openid: bo, followedAt: 1_600_000_000_000, unfollowedAt: 1_700_000_000_000 },
]

/** A mock of that world, with the calls of its developer and its users. */
export async function officialMock({
  account: changes,
  ...options
}: MockOptions & { readonly account?: Partial<OfficialAccount> } = {}): Promise<OfficialMock> {
  const mock = await createMockPlatform({ world: officialWorld(changes), startAt: noonAt, ...options })
  const token = async (): Promise<string> => {
    const body = { grant_type: 'client_credential', appid: appId, secret }
    return String((await ask(mock.fetch, 'POST /cgi-bin/stable_token', { body })).body.access_token)
  }
  const post = async (path: string, body: unknown): Promise<Answered> =>
    ask(mock.fetch, `POST ${path}?access_token=${await token()}`, { body })
  return {
    ...mock,
    token,
    post,
    say: (text, touser = ada) =>
      post('/cgi-bin/message/custom/send', { touser, msgtype: 'text', text: { content: text } }),
    act: (action, openid = ada) =>
      ask(mock.fetch, `POST /control/v1/official-accounts/harbour/followers/${openid}/actions`, { body: action }),
    async inbox(person = 'ada') {
      const { body } = await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: `session-${person}` })
      return body.items.map(({ item }: { readonly item: { readonly message: unknown } }) => item.message)
    },
  }
}

export interface OfficialMock extends MockPlatform {
  token(): Promise<string>
  post(path: string, body: unknown): Promise<Answered>
  /** A text by custom/send. */
  say(text: string, touser?: string): Promise<Answered>
  /** A user's action by the control API. */
  act(action: unknown, openid?: string): Promise<Answered>
  /** Messages of a person, newest first. */
  inbox(person?: string): Promise<readonly unknown[]>
}

export const codeOf = (answer: Pick<Answered, 'body'>): number => answer.body.errcode

/** Texts until one is refused; answers how many passed, and the refusal. */
export async function untilRefused(
  mock: OfficialMock,
): Promise<{ readonly count: number; readonly code: number; readonly rule: string }> {
  for (let count = 0; count < 100; count += 1) {
    const answer = await mock.say(`answer ${count}`)
    if (answer.body.errcode !== 0) return { count, code: answer.body.errcode, rule: answer.verdict }
  }
  return { count: 100, code: 0, rule: 'ok' }
}
