import { createMockPlatform, type MockPlatform } from '@minibell/mock'

import { aesKey, appId, openid, secret, token } from './names.ts'

/** Where an account's pushes go, as a world says it. */
export interface PushTo {
  readonly url: string
  readonly mode: 'plain' | 'compatible' | 'encrypted'
}

/** A verified account with one follower; its clock runs. */
export function postOffice(push?: PushTo): Promise<MockPlatform> {
  const picture = { url: 'https://harbour.test/p.png', width: 2, height: 2 }
  const account = {
    sender: 'harbour',
    secret,
    originalId: 'gh_harbour00001',
    type: 'service',
    verified: true,
    payment: true,
    registeredAt: 1_500_000_000_000,
    plugin: 'open',
    miniPrograms: ['wx0000000000000mini'],
    media: [
      ...['photo', 'thumb', 'film'].map((id) => ({ id, type: 'image', picture })),
      { id: 'sound', type: 'voice' },
      { id: 'story', type: 'news', title: 'A story' },
    ],
    followers: [{ openid, followedAt: 1_600_000_000_000 }],
    ...(push && { push: { ...push, token, aesKey } }),
  }
  return createMockPlatform({
    clock: { now: () => Date.now() },
    timers: {
      elapsed: () => performance.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    world: {
      format: 'minibell-world',
      version: 1,
      name: 'post-office',
      senders: [
        {
          id: 'harbour',
          kind: 'official-account',
          platform: 'wechat',
          wireId: appId,
          name: 'Harbour Post',
          account: 'harbour-oa',
          accountKind: 'enterprise',
          capability: 'granted',
          status: 'available',
          pages: [],
        },
      ],
      persons: [
        {
          id: 'ada',
          name: 'Ada',
          language: 'en',
          timeZone: 'Asia/Shanghai',
          recipientIds: [{ account: 'harbour-oa', id: openid }],
        },
      ],
      uses: [],
      templates: [],
      accessTokens: [],
      sessions: [{ token: 'session-ada', person: 'ada', scope: { kind: 'host' } }],
      officialAccounts: [account],
    },
  })
}

/** Ada does something; answers the status. */
export async function act(mock: MockPlatform, action: unknown): Promise<number> {
  const { status } = await mock.fetch(
    `http://mock.test/control/v1/official-accounts/harbour/followers/${openid}/actions`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    },
  )
  return status
}

/** What Ada's inbox shows, newest first. */
export async function inboxOf(
  mock: MockPlatform,
): Promise<readonly { readonly type: string; readonly text: string }[]> {
  const answer = await mock.fetch('http://mock.test/delivery/v1/snapshot', {
    headers: { authorization: 'Bearer session-ada' },
  })
  const { items } = await answer.json()
  return items.map(({ item }: { readonly item: { readonly message: unknown } }) => item.message)
}
