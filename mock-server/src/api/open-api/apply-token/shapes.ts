import * as v from 'valibot'
import { type Reader, reader, text } from '../../shape.ts'

/** OA-10, as the wire has it. `authCode` of one tenant is at most 32 long, of others 64. */
export interface TokenBody {
  readonly grantType: 'AUTHORIZATION_CODE' | 'REFRESH_TOKEN'
  readonly authCode?: string
  readonly refreshToken?: string
  readonly authClientId?: string
  readonly appId?: string
}

const common = {
  authClientId: v.exactOptional(text(128)),
  appId: v.exactOptional(text(32)),
  customerBelongsTo: v.exactOptional(text(64)),
  extendInfo: v.exactOptional(v.pipe(v.string('a string'), v.maxLength(4096, 'at most 4096 UTF-16 units'))),
}

/** The field that the grant type needs; the other one is not looked at. */
export const readToken: Reader<TokenBody> = reader(
  v.variant(
    'grantType',
    [
      v.object({ grantType: v.literal('AUTHORIZATION_CODE'), authCode: text(64), ...common }),
      v.object({ grantType: v.literal('REFRESH_TOKEN'), refreshToken: text(128), ...common }),
    ],
    'a JSON object with grantType AUTHORIZATION_CODE or REFRESH_TOKEN',
  ),
)
