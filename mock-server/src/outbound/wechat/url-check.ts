import type { Http, Random } from '@minibell/ports'
import type { Platform } from '../../platform/platform.ts'
import type { SenderId } from '../../platform/world.ts'
import { urlCheckRequest } from './push-request.ts'

/** What became of the check that the platform makes when a developer enters a URL. */
export type UrlCheck = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** CS-1: asks the developer's URL once, by GET; it must answer `echostr` as it is, within 5 s. `no-url`: the account has none. */
export async function checkUrl(
  platform: Platform,
  { http, random }: { readonly http: Http; readonly random: Random },
  sender: SenderId,
): Promise<UrlCheck | 'no-url'> {
  const account = await platform.official.account(sender)
  if (!account?.push) return 'no-url'
  const echostr = digits(random, 19)
  const timestamp = String(Math.floor(platform.clock.now() / 1_000))
  const request = urlCheckRequest(account.push, echostr, { timestamp, nonce: digits(random, 10) })
  const response = await http(request).response.catch(() => undefined)
  const why = !response
    ? 'no answer within 5 s'
    : response.status !== 200
      ? `HTTP ${response.status}`
      : response.body !== echostr
        ? 'the answer is not echostr as it was sent'
        : undefined
  platform.journal.write({
    kind: 'outbound',
    summary: `URL check of ${sender}: ${why ?? 'echoed'}`,
    method: 'GET',
    path: account.push.url,
    sender,
    ...(response && { status: response.status }),
  })
  return why === undefined ? { ok: true } : { ok: false, why }
}

/** Never with a zero in front. */
function digits(random: Random, length: number): string {
  return Array.from({ length }, (_, place) => Math.floor(random() * (place ? 10 : 9)) + (place ? 0 : 1)).join('')
}
