import type { Chance } from '../tools/chance.ts'
import type { Draw, Endpoint } from './endpoints/endpoint.ts'
import type { SigningClient } from './keys.ts'
import { mutated, mutatedText } from './mutate.ts'

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How many changes it is away from a valid one; above 1: far. */
  readonly away: 0 | 1 | 2
}

/** One request to an endpoint: 2 in 10 valid, 6 one change away, 2 far. */
export function askedOf(endpoint: Endpoint, { client, at, ...draw }: Asking): Asked {
  const { chance } = draw
  const valid = endpoint.valid(draw)
  const own = { ...json, ...endpoint.headers?.(chance) }
  const path = pathOf(endpoint, draw)
  const request = (fields: unknown) =>
    ({ method: endpoint.method ?? 'POST', url: path, headers: own, ...written(endpoint, fields) }) as const
  const base = request(valid)
  const kind = chance.below(10)
  if (kind < 2) {
    const headers =
      endpoint.dialect === 'open-api' && chance.is(0.2)
        ? { ...json, ...client.headers({ path, body: base.body, at }) }
        : own
    return { ...base, headers, away: 0 }
  }
  if (kind < 7) return { ...request(mutated(valid, chance)), away: 1 }
  if (kind === 7) return requestChanged(endpoint, { chance, client, at, asked: base })
  const far = request(mutated(mutated(mutated(valid, chance), chance), chance))
  return { ...far, body: endpoint.address ? '' : mutatedText(far.body, chance), away: 2 }
}

interface Asking extends Draw {
  readonly client: SigningClient
  readonly at: number
}

function pathOf({ path }: Endpoint, draw: Draw): string {
  return typeof path === 'string' ? path : path(draw)
}

/** Fields as the endpoint carries them: in the address, as text, or as JSON. */
function written({ address, text }: Endpoint, fields: unknown): { readonly url?: string; readonly body: string } {
  if (address) return { url: address(fields), body: '' }
  return { body: text ? text(fields) : (JSON.stringify(fields) ?? 'null') }
}

const json = { 'content-type': 'application/json; charset=UTF-8' }

/** The body stays; its text, method, path, type or signature is another. */
function requestChanged(
  { dialect, method }: Endpoint,
  {
    chance,
    client,
    at,
    asked,
  }: {
    readonly chance: Chance
    readonly client: SigningClient
    readonly at: number
    readonly asked: Omit<Asked, 'away'>
  },
): Asked {
  const { url: path, body } = asked
  const base = { ...asked, away: 1 } as const
  const signed = client.headers({ path, body, at })
  const choice = chance.below(dialect === 'open-api' ? 9 : 3)
  switch (choice) {
    case 0:
      return method === 'GET' ? { ...base, url: `${path}&x=1` } : { ...base, body: mutatedText(body, chance) }
    case 1:
      return { ...base, method: chance.pick(['PATCH', 'DELETE']) }
    case 2:
      return { ...base, url: `${path}${chance.pick(['/', '/x', '%00', '?a=1'])}` }
    case 3:
      return {
        ...base,
        headers: { 'content-type': chance.pick(['text/plain', 'application/xml', 'application/json; charset=latin1']) },
      }
    case 4:
      return { ...base, headers: { ...json, ...signed }, body: `${body} ` }
    case 5:
    case 8:
      return {
        ...base,
        headers: { ...json, ...signed, 'client-id': chance.pick(['stranger', 'stranger', 'elsewhere', '']) },
      }
    case 6:
      return {
        ...base,
        headers: { ...json, ...signed, signature: `${signed['signature']}`.replace('keyVersion=1', 'keyVersion=9') },
      }
    default:
      return { ...base, headers: { ...json, ...signed, 'request-time': chance.pick(['', 'yesterday', '0']) } }
  }
}
