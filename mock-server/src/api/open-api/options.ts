import type { Verdict } from '../../platform/verdict.ts'
import type { OpenApiSettings } from '../../platform/world.ts'

/** How this process speaks the open API; the world's own settings win over those here. */
export interface OpenApiOptions extends OpenApiSettings {
  /** Stands before `/v2/…` on some tenants, such as `/api/open`; paths without it go on working. Default none. */
  readonly prefix?: string
  /** `false` leaves `messageId` out of answers (OA-7). Default: true, in the profile `source` false. */
  readonly messageId?: boolean
  /** `resultMessage` of S; the source's prose prints `Success`. Empty leaves it out, as the source's sample does. Default `success`. */
  readonly successMessage?: string
  /** Which of the built-in test keys the platform signs with. Default 0. */
  readonly keySeed?: number
  /** Asked instead of the clients of the world, after the path and before the body is read. Absent: `signatures` decides. */
  readonly verifySignature?: VerifySignature
}

/** What was signed: `POST` and the URI, the caller, its time and the exact bytes of the body. */
export interface SignedRequest {
  readonly method: string
  /** Path and query as on the wire. */
  readonly uri: string
  readonly headers: { get(name: string): string | null }
  readonly bytes: Uint8Array
}

/** `ok`, or what is wrong, with a code such as `INVALID_SIGNATURE`. */
export type VerifySignature = (signed: SignedRequest) => Promise<'ok' | Verdict>
