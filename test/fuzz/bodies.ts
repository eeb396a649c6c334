import type { Endpoint } from './endpoints.ts'
import type { SigningClient } from './keys.ts'
import { mutated, mutatedText } from './mutate.ts'
import type { Chance } from './random.ts'

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How many changes it is away from a valid one; above 1: far. */
  readonly away: 0 | 1 | 2
}

/** One request to an endpoint: 2 in 10 valid, 6 one change away, 2 far. */
export function askedOf(
  endpoint: Endpoint,
  {
    chance,
    number,
    client,
    at,
  }: { readonly chance: Chance; readonly number: number; readonly client: SigningClient; readonly at: number },
): Asked {
  const valid = endpoint.valid(chance, number)
  const own = { ...json, ...endpoint.headers?.(chance) }
  const base = { method: 'POST', url: endpoint.path, headers: own } as const
  const kind = chance.below(10)
  const plain = JSON.stringify(valid)
  if (kind < 2) {
    const headers =
      endpoint.dialect === 'open-api' && chance.is(0.2)
        ? { ...json, ...client.headers({ path: endpoint.path, body: plain, at }) }
        : own
    return { ...base, headers, body: plain, away: 0 }
  }
  if (kind < 7) return { ...base, body: JSON.stringify(mutated(valid, chance)), away: 1 }
  if (kind === 7) return requestChanged(endpoint, { chance, client, at, body: plain, own })
  const far = mutated(mutated(mutated(valid, chance), chance), chance)
  return { ...base, body: mutatedText(JSON.stringify(far) ?? 'null', chance), away: 2 }
}

const json = { 'content-type': 'application/json; charset=UTF-8' }

/** The body stays; its text, method, path, type or signature is another. */
function requestChanged(
  { path, dialect }: Endpoint,
  {
    chance,
    client,
    at,
    body,
    own,
  }: {
    readonly chance: Chance
    readonly client: SigningClient
    readonly at: number
    readonly body: string
    readonly own: Readonly<Record<string, string>>
  },
): Asked {
  const base = { method: 'POST', url: path, headers: own, body, away: 1 } as const
  const signed = client.headers({ path, body, at })
  const choice = chance.below(dialect === 'open-api' ? 9 : 3)
  switch (choice) {
    case 0:
      return { ...base, body: mutatedText(body, chance) }
    case 1:
      return { ...base, method: chance.pick(['GET', 'PUT', 'DELETE']) }
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
