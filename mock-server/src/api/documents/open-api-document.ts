import type { Route } from '../route.ts'
import { answers, otherAnswers, problemSchema } from './answers.ts'
import { examples } from './examples.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema-of.ts'
import { queries } from './queries.ts'
import { worldComponents, worldParts, worldReference } from './world-components.ts'

/** OpenAPI 3.1 of these routes. `world`: the published schema of worlds. `url`: where they are answered. */
export function openApiDocument(parts: {
  readonly routes: readonly Route[]
  readonly world: JsonSchema
  readonly version: string
  readonly url: string
}): JsonSchema {
  const { routes, world, version, url } = parts
  return {
    openapi: '3.1.0',
    info: {
      title: 'Minibell mock platform',
      version,
      summary: 'Send APIs, inbox delivery and control of a mock message platform.',
      description:
        'Bodies are what validates them. docs/mock-api.md tells what answers hold; lengths of texts are UTF-16 units.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    tags: Object.entries(answers).map(([name, { about }]) => ({ name, description: about })),
    paths: pathsOf(routes),
    components: {
      schemas: { ...worldComponents(world), Problem: problemSchema },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'A delivery session token.' },
        control: { type: 'http', scheme: 'bearer', description: 'Asked for beyond this machine.' },
        accessToken: { type: 'apiKey', in: 'query', name: 'access_token' },
      },
    },
  }
}

/** `miniapp` of `miniapp.send`. */
export function dialectOf({ id }: Route): string {
  return id.split('.')[0] ?? ''
}

function pathsOf(routes: readonly Route[]): JsonSchema {
  const paths = new Map<string, Record<string, JsonSchema>>()
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    const item = paths.get(path) ?? {}
    item[route.method.toLowerCase()] = operationOf(route)
    paths.set(path, item)
  }
  return Object.fromEntries(paths)
}

function operationOf(route: Route): JsonSchema {
  const dialect = dialectOf(route)
  const words = route.id.split('.').slice(1).join(' ').replaceAll('-', ' ')
  const parameters = parametersOf(route)
  const requestBody = bodyOf(route)
  return {
    operationId: route.id,
    tags: [dialect],
    summary: `${dialect}: ${words}`,
    security: securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: responsesOf(route),
  }
}

function parametersOf({ id, path }: Route): readonly JsonSchema[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return [...inPath, ...(queries[id] ?? []).map((query) => ({ ...query, in: 'query' }))]
}

/** A route that answers another one's prefix has the same body. */
function bodyOf(route: Route): JsonSchema | undefined {
  const id = route.id.replace(/\.prefixed$/, '')
  if (route.streams) return { required: true, content: { '*/*': {} } }
  if (!route.body) return undefined
  const example = examples[id]
  const media = { schema: bodySchemaOf(route) ?? { type: 'object' }, ...(example !== undefined && { example }) }
  return { required: route.body.orElse === undefined, content: { 'application/json': media } }
}

/** What validates the body, as JSON Schema; nothing where the operation reads the members by itself. */
export function bodySchemaOf({ id, body }: Route): JsonSchema | undefined {
  const part = worldParts[id]
  if (part !== undefined) return worldReference(part)
  const schemas = (body?.read.schemas ?? []).map(jsonSchemaOf)
  return schemas.length > 1 ? { anyOf: schemas } : schemas[0]
}

const open: ReadonlySet<string> = new Set(['wechat.token', 'wechat.stable-token', 'wechat.clear-quota'])

function securityOf(route: Route): readonly JsonSchema[] {
  const dialect = dialectOf(route)
  if (dialect === 'delivery') return [{ session: [] }]
  if (dialect === 'wechat' && !open.has(route.id)) return [{ accessToken: [] }]
  return dialect === 'control' ? [{}, { control: [] }] : [{}]
}

function responsesOf(route: Route): JsonSchema {
  const { schema = {}, refusals = true } = answers[dialectOf(route)] ?? {}
  const type = otherAnswers[route.id]
  const content = type === undefined ? { 'application/json': { schema } } : { [type]: { schema: { type: 'string' } } }
  const headers = { 'minibell-verdict': { schema: { type: 'string' }, description: 'Word and row of the journal.' } }
  const problem = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return {
    200: { description: refusals ? 'Done.' : 'Done, or refused by a code of the dialect.', headers, content },
    ...(refusals && { '4XX': { description: 'Refused.', headers, content: problem } }),
    ...(!refusals && { '4XX': { description: 'Not understood.', headers, content } }),
  }
}
