import type { SenderRecord } from '@minibell/mock'
import type { Desk } from '../../desk.ts'

const yearMs = 365 * 86_400_000

/** Tokens that sends of this page carry. Each is asked for once while the page is open. */
export interface TokenDesk {
  /** Empty while it is on its way, or where none is needed. */
  token(of: { readonly sender: SenderRecord; readonly person: string | undefined }): string
}

export function tokenDesk(desk: Desk): TokenDesk {
  const tokens = new Map<string, string>()
  const take = async (key: string, ask: () => Promise<string>): Promise<void> => {
    tokens.set(key, '')
    await desk.act(async () => tokens.set(key, await ask()))
  }
  return {
    token({ sender, person }) {
      if (sender.platform === 'miniapp' || (sender.platform === 'open-api' && person === undefined)) return ''
      const key = sender.platform === 'wechat' ? sender.id : `${sender.id} ${person}`
      const known = tokens.get(key)
      if (known !== undefined) return known
      const ask =
        sender.platform === 'wechat'
          ? () => accountToken(desk, sender)
          : () => personToken(desk, { sender: sender.id, person })
      void take(key, ask)
      return ''
    },
  }
}

/** OA-10: as if the person had agreed just now. */
async function personToken(
  { door }: Desk,
  grant: { readonly sender: string; readonly person: string | undefined },
): Promise<string> {
  const body = { ...grant, lifeMs: yearMs, scopes: ['SEND_MESSAGE'] }
  return (await door.call<{ readonly token: string }>('POST', '/access-tokens', body)).token
}

/** By the account's secret, and so that tokens which others hold go on. */
async function accountToken({ door }: Desk, { id, wireId }: SenderRecord): Promise<string> {
  const { secret } = await door.call<{ readonly secret: string }>('GET', `/official-accounts/${encodeURIComponent(id)}`)
  const { body } = await door.send('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: wireId, secret })
  // The wire's own shape; a refusal has no token, and the rules then say so.
  return (body as { readonly access_token?: string }).access_token ?? ''
}
