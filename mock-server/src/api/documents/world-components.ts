import type { JsonSchema } from './json-schema-of.ts'

/** Bodies that are parts of a world, by the route's id: the same decoder reads both. `[]`: one of that list. */
export const worldParts: Readonly<Record<string, string>> = {
  'control.senders.put': 'senders[]',
  'control.persons.put': 'persons[]',
  'control.templates.put': 'templates[]',
  'control.clients.put': 'clients[]',
  'control.consents.put': 'consents[]',
  'control.open-api.put': 'openApi',
  'control.super-app.put': 'superApp',
  'control.webhooks.put': 'webhooks[]',
  'control.miniapp.put': 'miniapp',
  'control.rule-sets.put': 'ruleSets[]',
  'control.wechat.put': 'wechat',
  'control.official-accounts.put': 'officialAccounts[]',
  'control.official-accounts.followers.put': 'officialAccounts[].followers[]',
  'control.world.import': '',
}

/** The world's schema and its definitions as components `World` and `World.sender` …, referring to each other. */
export function worldComponents(world: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const { $schema: _, $defs = {}, ...rest } = world
  // A schema's `$defs` is a record of schemas.
  const definitions = Object.entries($defs as Record<string, JsonSchema>)
  const pairs = definitions.map(([name, schema]) => [`World.${name}`, moved(schema)] as const)
  // Moving keeps objects objects.
  return { World: moved(rest) as JsonSchema, ...(Object.fromEntries(pairs) as Record<string, JsonSchema>) }
}

/** A reference to that part of the component `World`. */
export function worldReference(part: string): JsonSchema {
  const steps = part === '' ? [] : part.split('.')
  const path = steps.map((step) => `/properties/${step.replace('[]', '/items')}`).join('')
  return { $ref: `#/components/schemas/World${path}` }
}

function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([word, part]) => [
      word,
      word === '$ref' ? String(part).replace('#/$defs/', '#/components/schemas/World.') : moved(part),
    ]),
  )
}
