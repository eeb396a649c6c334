import { createMockPlatform } from '@minibell/mock'
import { type Listening, listen } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: Listening

beforeAll(async () => {
  server = await listen(await createMockPlatform({ world: demo }), { port: 0 })
})

afterAll(() => server.close())

/** What a public linter's recommended rules say of a document as it is served, a line each. */
async function said(source: string, name: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source, config, absoluteRef: `/${name}` })
  return problems.map(
    ({ severity, ruleId, message, location }) => `${severity} ${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
  )
}

const served = async (name: string): Promise<string> => (await fetch(`${server.url}/${name}`)).text()

test('a public linter finds nothing in /openapi.json but that it is served where it is', async () => {
  const lines = await said(await served('openapi.json'), 'openapi.json')
  // The document names the server that answers it, which is this machine.
  expect(lines).toEqual([expect.stringMatching(/^warn no-server-example\.com: .* #\/servers\/0\/url$/)])
})

test('it finds nothing in /asyncapi.json', async () => {
  expect(await said(await served('asyncapi.json'), 'asyncapi.json')).toEqual([])
})

test('it is looking: what lacks a member is told in either', async () => {
  const openApi = JSON.parse(await served('openapi.json'))
  delete openApi.info.title
  expect(await said(JSON.stringify(openApi), 'openapi.json')).toContainEqual(expect.stringMatching(/^error struct: /))
  const asyncApi = JSON.parse(await served('asyncapi.json'))
  delete asyncApi.operations.send.action
  expect(await said(JSON.stringify(asyncApi), 'asyncapi.json')).toContainEqual(expect.stringMatching(/^error struct: /))
})
