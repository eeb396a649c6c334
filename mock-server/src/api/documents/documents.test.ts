import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoMock } from '../../asked/asked.ts'
import { faultsOf } from '../../asked/json-schema.ts'
import { asyncApiDocument } from './async-api-document.ts'
import { examples } from './examples.ts'
import { bodySchemaOf, openApiDocument } from './open-api-document.ts'
import { queries } from './queries.ts'
import { worldParts } from './world-components.ts'

const world = JSON.parse(readFileSync(new URL('../../../worlds/world.schema.json', import.meta.url), 'utf8'))

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, object>>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> }
}

async function described(prefix?: string) {
  const { routes } = (await demoMock(prefix === undefined ? {} : { openApi: { prefix } })).routes
  const document = openApiDocument({ routes, world, version: '1.2.3', url: 'http://localhost:4510' })
  // The document's own shape, which the tests below look at.
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>
  return { routes, document, paths, operations: Object.values(paths).flatMap((item) => Object.values(item)) }
}

/** What a JSON pointer of a reference leads to. */
function at(document: unknown, reference: string): unknown {
  const steps = reference
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document)
}

function references(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([word, part]) => (word === '$ref' ? [String(part)] : references(part)))
}

test.each([undefined, '/api/open'])('every route is in the document, and nothing else (prefix %s)', async (prefix) => {
  const { routes, paths, operations } = await described(prefix)
  for (const { id, method, path } of routes)
    expect(paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.operationId).toBe(id)
  expect(operations).toHaveLength(routes.length)
})

test('the document holds together: ids, parameters, references, responses', async () => {
  const { document, paths, operations } = await described()
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  const templates = Object.keys(paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
  expect(new Set(templates).size).toBe(templates.length)
  for (const reference of references(document)) expect([reference, at(document, reference)]).not.toContain(undefined)
  for (const [path, item] of Object.entries(paths))
    for (const { parameters = [], responses } of Object.values(item)) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`)
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath)
      expect(Object.keys(responses)).toContain('200')
    }
})

test('tables name routes that there are', async () => {
  const { routes } = await described()
  const ids = new Set(routes.map(({ id }) => id))
  for (const table of [queries, examples, worldParts])
    expect(Object.keys(table).filter((id) => !ids.has(id))).toEqual([])
})

test('every body has the schema that validates it, but for those that operations read by themselves', async () => {
  const { routes } = await described()
  const free = routes.filter((route) => route.body && !bodySchemaOf(route)).map(({ id }) => id)
  expect(free.filter((id) => !id.startsWith('wechat.'))).toEqual([
    'control.official-accounts.explain',
    'control.official-accounts.explain-customer',
  ])
})

/** The examples of bodies, each with its reader and its schema. */
async function samples() {
  const { routes, document } = await described()
  return routes.flatMap((route) => {
    const { id, body } = route
    const schema = bodySchemaOf(route)
    return body && schema && id in examples ? [{ id, example: examples[id], body, schema, document }] : []
  })
}

test('examples validate, by the reader and by the schema', async () => {
  const all = await samples()
  expect(all.map(({ id }) => id).sort()).toEqual(Object.keys(examples).sort())
  for (const { id, example, body, schema, document } of all) {
    expect([id, body.read(example).ok]).toEqual([id, true])
    const reference = '$ref' in schema ? at(document, String(schema['$ref'])) : schema
    expect([id, faultsOf(reference, example)]).toEqual([id, []])
  }
})

test('what differs from an example in one place is taken by both, or by none', async () => {
  const differing: string[] = []
  let count = 0
  for (const { id, example, body, schema } of await samples())
    for (const [place, value] of '$ref' in schema ? [] : spoilt(example, (other) => other, '$')) {
      count += 1
      const said = faultsOf(schema, value)
      if (body.read(value).ok !== (said.length === 0)) differing.push(`${id} ${place}: ${said.join(', ') || 'valid'}`)
    }
  // That there is one of two members is a check by code; a list passes for an object of what it may lack.
  expect(differing.filter((one) => !/^(miniapp\.send \$\.message is (undefined|\[\]))/.test(one))).toEqual([])
  expect(count).toBeGreaterThan(150)
})

function* spoilt(
  value: unknown,
  put: (value: unknown) => unknown,
  path: string,
): Generator<readonly [string, unknown]> {
  for (const other of [undefined, null, 7, -1, 1.5, '', 'x', 'x'.repeat(5_000), true, [], {}])
    if (!(other === undefined && path.endsWith(']')))
      yield [`${path} is ${JSON.stringify(other)?.slice(0, 9)}`, put(other)]
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      yield* spoilt(item, (next) => put(value.map((old, at) => (at === index ? next : old))), `${path}[${index}]`)
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value))
      yield* spoilt(member, (next) => put({ ...value, [name]: next }), `${path}.${name}`)
}

test('the socket’s document holds what a socket says', async () => {
  const document = asyncApiDocument({ version: '1.2.3', host: 'localhost:4510', protocol: 'ws' })
  for (const reference of references(document)) expect([reference, at(document, reference)]).not.toContain(undefined)
  const payload = (name: string) => at(document, `#/components/messages/${name}/payload`)
  const mock = await demoMock()
  const frames: { readonly type: string }[] = []
  const socket = mock.socket('ws://minibell.test/delivery/v1/socket', {
    opened: () => undefined,
    received: (text) => frames.push(JSON.parse(text)),
    closed: () => undefined,
  })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  await turn()
  for (const said of [
    { type: 'auth', token: await mock.session({ person: 'amina' }) },
    { type: 'resume', epoch: '', offset: 0, deviceId: 'd' },
    { type: 'ping' },
    { type: 'receipts', deviceId: 'd', receipts: [{ receiptId: 'r', kind: 'seen', itemId: 'x', agoMs: 0 }] },
  ]) {
    expect(faultsOf(payload(`client-${said.type}`), said)).toEqual([])
    socket.send(JSON.stringify(said))
    await turn()
  }
  await mock.clock.advance({ minutes: 5 })
  await turn()
  mock.close()
  await turn()
  expect(new Set(frames.map(({ type }) => type))).toEqual(
    new Set(['hello', 'resumed', 'pong', 'receipted', 'clock', 'bye']),
  )
  for (const said of frames)
    expect([said.type, faultsOf(payload(`server-${said.type}`), said)]).toEqual([said.type, []])
})
