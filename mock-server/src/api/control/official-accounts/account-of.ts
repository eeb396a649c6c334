import type { OfficialAccount } from '../../../platform/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Answer } from '../../answer.ts'
import { missing } from '../outcomes.ts'

/** The account of that sender id, or the 404. */
export async function accountOf(
  platform: Platform,
  id: string,
): Promise<{ readonly account: OfficialAccount } | { readonly answer: Answer }> {
  const account = await platform.official.account(id)
  if (account) return { account }
  return { answer: missing('the official account', { id, mend: 'GET /control/v1/official-accounts lists them.' }) }
}
