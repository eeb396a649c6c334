import type { Verdict } from '../../../platform/verdict.ts'
import type { OpenApiSettings } from '../../../platform/world.ts'
import type { Answer, Note } from '../../answer.ts'
import type { GuardContext, Head, PlainAnswer, Sealed } from '../../route.ts'
import type { OpenApiOptions } from '../options.ts'
import type { Wording } from '../wording.ts'
import { signedAnswer } from './seal.ts'
import { testKeyPair } from './test-keys.ts'
import { candidates, lookAtCall } from './verify.ts'

/** Both ends of a signed call. */
export interface Signing {
  guard(context: GuardContext): Promise<Answer | undefined>
  seal(plain: PlainAnswer, sealed: Sealed): Promise<PlainAnswer>
}

/** OA-1: lets a call in by its headers and signs its answer in kind: when the call is signed, or always where it must be. */
export function signing(options: OpenApiOptions, words: Wording): Signing {
  /** Over which URI each call under way was signed. */
  const uris = new WeakMap<Head, string>()
  const { privateKey } = testKeyPair(options.keySeed ?? 0)

  return {
    async guard(context) {
      const { request, platform } = context
      const refuse = (verdict: Verdict, note: Partial<Note> = {}): Answer =>
        words.verdict(verdict, {
          request,
          at: platform.clock.now(),
          extendInfo: undefined,
          note: { ...refused(verdict), ...note },
        })
      const own = await options.verifySignature?.({
        method: request.method,
        uri: context.target,
        headers: request.headers,
        bytes: context.bytes(),
      })
      if (own !== undefined && own !== 'ok') return refuse(own)
      const settings = await settingsOf(context, options)
      const { attempt, uri } = await lookAtCall(context, own === 'ok' ? { ...settings, signatures: 'off' } : settings)
      uris.set(request, uri)
      const { verdict, explanation } = platform.tenant.judgeCall(attempt)
      return verdict && refuse(verdict, { explanation })
    },
    async seal(plain, sealed) {
      const { request, platform, target } = sealed
      const clientId = request.headers.get('client-id')
      if (clientId === null || (await unsigned(sealed, options))) return plain
      const uri = uris.get(request) ?? candidates(target)[0] ?? target
      return signedAnswer(plain, { method: request.method, uri, clientId, privateKey, now: platform.clock.now() })
    },
  }
}

/** The world's settings over the process's. */
export async function settingsOf(
  { platform }: Pick<GuardContext, 'platform'>,
  { profile, mode, signatures, skewMs, rate, frequency, trafficStatus }: OpenApiOptions,
): Promise<OpenApiSettings> {
  return {
    ...(profile && { profile }),
    ...(mode && { mode }),
    ...(signatures && { signatures }),
    ...(skewMs !== undefined && { skewMs }),
    ...(rate && { rate }),
    ...(frequency && { frequency }),
    ...(trafficStatus && { trafficStatus }),
    ...(await platform.tenant.settings()),
  }
}

async function unsigned({ request, platform }: Sealed, options: OpenApiOptions): Promise<boolean> {
  const isSigned = request.headers.get('signature') !== null
  const { signatures = 'when-present' } = await settingsOf({ platform }, options)
  return signatures === 'off' || (signatures === 'when-present' && !isSigned)
}

function refused({ rule, expected, received }: Verdict): Note {
  return { kind: 'request', summary: `${rule} refuses the call: expected ${expected}, received ${received}` }
}
