/** An answer, or nothing where none came or the store was away: then what was asked may have happened. */
export type Answered = Readonly<Record<string, unknown>> | undefined

/** Any server behind the load balancer, another for each request. */
export type Balancer = () => string | undefined

/** One request; `line` is method and path. A status of 5xx is no answer. */
export async function ask(
  balance: Balancer,
  line: string,
  { body, person }: { readonly body?: unknown; readonly person?: string } = {},
): Promise<Answered> {
  const [method = 'GET', path = ''] = line.split(' ')
  const api = balance()
  if (api === undefined) return undefined
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  try {
    const response = await fetch(api + path, {
      method,
      headers: person === undefined ? {} : { authorization: `Bearer session-${person}` },
      signal: AbortSignal.timeout(10_000),
      ...(body === undefined ? {} : { body: text }),
    })
    const json = (await response.json()) as Readonly<Record<string, unknown>>
    return response.status >= 500 ? undefined : json
  } catch {
    return undefined
  }
}

/** Asks until somebody answers; gives up after a minute. */
export async function askUntil(
  balance: Balancer,
  line: string,
  options: Parameters<typeof ask>[2] = {},
): Promise<Readonly<Record<string, unknown>>> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask(balance, line, options)
    if (answer) return answer
    await rest(200)
  }
  throw new Error(`Nobody answered ${line} for a minute.`)
}

export function rest(restMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, restMs)
  })
}
