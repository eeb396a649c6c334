import { type CommandOption, type Io, Sentence } from './command.ts'
import type { Given } from './given.ts'

/** Options of every command that asks a running platform. */
export const remoteOptions: Readonly<Record<string, CommandOption>> = {
  url: { type: 'string', value: 'URL', says: 'the running platform (default $MINIBELL_URL, or http://localhost:4510)' },
  'control-token': {
    type: 'string',
    value: 'TOKEN',
    says: 'what its control API asks for (default $MINIBELL_CONTROL_TOKEN)',
  },
}

/** A running platform. */
export interface Remote {
  /** `undefined` as body: none. Answers the JSON that came with any status below 500. */
  ask(line: string, body?: unknown): Promise<RemoteAnswer>
  /** As `ask`; whatever is not 2xx becomes a `Sentence` with the platform's own message. */
  control(line: string, body?: unknown): Promise<unknown>
}

export interface RemoteAnswer {
  readonly status: number
  readonly body: unknown
  /** `ok`, or the rule that spoke. */
  readonly verdict: string
  /** Id of the journal's row. */
  readonly row: string
}

/** `verb` begins the sentences: *Failed to send: …* */
export function remoteOf(verb: string, given: Given, { environment, stopped }: Io): Remote {
  const url = (given.text('url') ?? environment['MINIBELL_URL'] ?? 'http://localhost:4510').replace(/\/+$/, '')
  const token = given.text('control-token') ?? environment['MINIBELL_CONTROL_TOKEN']
  if (!/^https?:\/\/\S+$/.test(url))
    throw new Sentence(`Failed to ${verb}: --url "${url}" is no http address. Mend it.`)

  const ask = async (line: string, body?: unknown): Promise<RemoteAnswer> => {
    const [method = 'GET', path = '/'] = line.split(' ')
    const response = await fetch(`${url}${path}`, {
      method,
      signal: stopped,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw unreachable(verb, url, error)
    })
    const [verdict = '', row = ''] = (response.headers.get('minibell-verdict') ?? '').split('; ')
    return { status: response.status, body: await jsonOf(response, { verb, url }), verdict, row }
  }

  return {
    ask,
    async control(line, body) {
      const answer = await ask(line, body)
      if (answer.status < 300) return answer.body
      const { message } = (answer.body as { readonly error?: { readonly message?: string } } | null)?.error ?? {}
      throw new Sentence(message ?? `Failed to ${verb}: the platform answered ${answer.status}. Look at its journal.`)
    },
  }
}

async function jsonOf(
  response: Response,
  { verb, url }: { readonly verb: string; readonly url: string },
): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    throw new Sentence(`Failed to ${verb}: what answers at ${url} is no Minibell. Give its address with --url.`)
  }
}

function unreachable(verb: string, url: string, error: unknown): Sentence {
  const { cause } = error as { readonly cause?: { readonly code?: string } }
  return new Sentence(
    `Failed to ${verb}: nothing answers at ${url} (${cause?.code ?? String(error)}). Run "minibell start", or give its address with --url.`,
    { cause: error },
  )
}
