import * as v from 'valibot'
import { type Answer, done, read } from '../../answer.ts'
import { refusal } from '../../error-answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader } from '../../shape.ts'
import { operated } from '../outcomes.ts'

const base = '/control/v1/push-stand-in'
/** Where an account's push URL points to. */
const desk = `${base}/desk`

const mostBytes = 65_536
const mostKept = 100

const readScript = reader(
  v.strictObject(
    {
      answers: v.pipe(
        v.array(
          v.strictObject({
            status: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(400), v.maxValue(599))),
            body: v.exactOptional(
              v.pipe(v.string('a string'), v.maxLength(mostBytes, `at most ${mostBytes} UTF-16 units`)),
            ),
          }),
          'an array of answers',
        ),
        v.maxLength(mostKept, `at most ${mostKept} answers`),
      ),
    },
    'a JSON object',
  ),
)

interface Script {
  readonly status?: number
  readonly body?: string
}

interface Got {
  readonly query: Readonly<Record<string, string>>
  readonly contentType: string
  readonly body: string
}

/**
 * A developer's server for those who have none (CS-1): let an account's push URL be `…/control/v1/push-stand-in/desk`. It echoes URL
 * checks, keeps the last 100 pushes as they came and answers by its script, afterwards with an empty body.
 */
export function pushStandInRoutes(): readonly Route[] {
  let script: readonly Script[] = []
  let pushes: readonly Got[] = []
  return [
    {
      id: 'control.push-stand-in.read',
      method: 'GET',
      path: base,
      handle: async () => read({ pushes, left: script.length }),
    },
    route({
      id: 'control.push-stand-in.put',
      method: 'PUT',
      path: base,
      body: { read: readScript },
      async handle({ body }: RequestContext<{ readonly answers: readonly Script[] }>) {
        script = body.answers
        pushes = []
        return done({ left: script.length }, operated(`The stand-in developer has ${script.length} answers`))
      },
    }),
    {
      id: 'control.push-stand-in.check',
      method: 'GET',
      path: desk,
      handle: async ({ url }) => said(200, url.searchParams.get('echostr') ?? ''),
    },
    {
      id: 'control.push-stand-in.push',
      method: 'POST',
      path: desk,
      streams: true,
      async handle({ url, request, stream }) {
        const body = await textOf(stream())
        if (body === undefined) {
          const message = `Failed to take a push: it has more than ${mostBytes} bytes. Send less.`
          return refusal(413, { code: 'too-large', kind: 'control', message })
        }
        const [next = {}, ...others] = script
        script = others
        const query = Object.fromEntries(url.searchParams)
        pushes = [
          ...pushes.slice(1 - mostKept),
          { query, contentType: request.headers.get('content-type') ?? '', body },
        ]
        return said(next.status ?? 200, next.body ?? '')
      },
    },
  ]
}

function said(status: number, body: string): Answer {
  return { ...read(body), status, type: 'text/plain; charset=utf-8' }
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of stream) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
