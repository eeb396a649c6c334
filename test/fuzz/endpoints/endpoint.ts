import type { Chance } from '../../tools/chance.ts'

export type Dialect = 'miniapp' | 'open-api' | 'wechat' | 'delivery' | 'control'

/** One operation: how a valid request looks, and which codes its documents name. */
export interface Endpoint {
  readonly name: string
  readonly dialect: Dialect
  /** Default POST. A `GET` has no body: its values make the address. */
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly path: string | ((draw: Draw) => string)
  /** Every code that must occur among its answers. */
  readonly codes: readonly (string | number)[]
  /** Accepted, or refused by one rule. */
  valid(draw: Draw): object
  /** Of a body that is no JSON: what its fields are written as. */
  text?(fields: unknown): string
  /** Of a GET: the address of these values. */
  address?(fields: unknown): string
  /** Besides the content type. */
  headers?(chance: Chance): Readonly<Record<string, string>>
}

/** What a request is made of. */
export interface Draw {
  readonly chance: Chance
  /** Makes ids that differ. */
  readonly number: number
  readonly found: Found
}

/** What the reset world holds beside what its JSON says: ids that only a platform makes. */
export interface Found {
  /** Items of `p1`, sent by tide. */
  readonly items: readonly string[]
  /** A registered message of tide. */
  readonly messageId: string
  readonly fileId: string
  /** Finished, and under way. */
  readonly jobs: readonly string[]
  /** Of harbour. */
  readonly wechatToken: string
}
