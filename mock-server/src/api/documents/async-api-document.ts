import { frame, frameLimit } from '../delivery/socket/frames.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema-of.ts'

const text = { type: 'string' }
const offset = { type: 'integer', minimum: 0 }
const instant = { type: 'integer' }
const changes = {
  type: 'array',
  items: { type: 'object', required: ['type', 'offset'], properties: { type: text, offset } },
}

const range = { epoch: text, from: offset, to: offset, changes }

/** What the server says. docs/delivery-protocol.md tells what it means. */
const serverFrames: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>> = {
  hello: { protocol: { type: 'integer' }, epoch: text, base: offset, top: offset, pingMs: offset, serverAt: instant },
  resumed: { recovered: { type: 'boolean' }, base: offset, top: offset, ...range },
  batch: range,
  clock: { serverAt: instant },
  pong: {},
  receipted: { accepted: { type: 'array', items: text }, refused: { type: 'array', items: { type: 'object' } } },
  bye: { code: { enum: ['unauthorized', 'expired', 'malformed', 'flood', 'lagging', 'closing'] } },
}

const security = [{ $ref: '#/components/securitySchemes/session' }]

/** AsyncAPI 3.0 of the delivery socket. What clients say is what validates it. `host`: `localhost:4510`. */
export function asyncApiDocument(parts: {
  readonly version: string
  readonly host: string
  readonly protocol: 'ws' | 'wss'
}): JsonSchema {
  const { version, host, protocol } = parts
  // A union of frames becomes one schema for each of them, with its type as a constant.
  const said = jsonSchemaOf(frame)['anyOf'] as readonly {
    readonly properties: { readonly type: { readonly const: string } }
  }[]
  const sent = said.map((schema) => [`client-${schema.properties.type.const}`, { ...schema }] as const)
  const heard = Object.entries(serverFrames).map(
    ([type, members]) => [`server-${type}`, frameOf(type, members)] as const,
  )
  const references = (names: readonly (readonly [string, unknown])[], from: string) =>
    names.map(([name]) => ({ $ref: `#/${from}/messages/${name}` }))
  const all = [...sent, ...heard]
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Minibell delivery socket',
      version,
      description: `JSON in text frames of at most ${frameLimit} bytes.`,
    },
    defaultContentType: 'application/json',
    servers: { here: { host, protocol } },
    channels: {
      socket: {
        address: '/delivery/v1/socket',
        messages: Object.fromEntries(all.map(([name]) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: {
      receive: {
        action: 'receive',
        channel: { $ref: '#/channels/socket' },
        messages: references(sent, 'channels/socket'),
        security,
      },
      send: {
        action: 'send',
        channel: { $ref: '#/channels/socket' },
        messages: references(heard, 'channels/socket'),
        security,
      },
    },
    components: {
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'bearer',
          description: 'A delivery session token; sockets that set no headers say it in their first frame, "auth".',
        },
      },
      messages: Object.fromEntries(all.map(([name, payload]) => [name, { name, payload }])),
    },
  }
}

function frameOf(type: string, members: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: 'object',
    required: ['type', ...Object.keys(members)],
    properties: { type: { const: type }, ...members },
  }
}
