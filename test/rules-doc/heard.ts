import { createMockPlatform, type MockPlatform } from '@minibell/mock'
import { run } from '../conformance/run.ts'

/** What a rule answered while the conformance suite asked. */
export interface Heard {
  /** Codes of the wire, each once. */
  readonly codes: Set<string>
  /** Of the first answer. */
  readonly expected: string
  readonly hint: { readonly en: string; readonly zh: string }
}

/** A rule as the platform lists it. */
export interface Listed {
  readonly id: string
  readonly source: string
  readonly severity: string
  readonly summary: string
}

/** Runs the conformance suite in this process and listens to every rule's word; the same on every run, since worlds fix clock and seed. */
export async function hearRules(): Promise<{
  readonly rules: readonly Listed[]
  readonly heard: ReadonlyMap<string, Heard>
}> {
  // What the platform sends by itself reaches its own stand-ins without a network.
  const mock: MockPlatform = await createMockPlatform({ http: (request) => mock.http(request) })
  const heard = new Map<string, Heard>()
  mock.platform.journal.watch(({ explanation = [] }) => {
    for (const { rule, verdict } of explanation) {
      if (!verdict) continue
      const { code, expected, hint } = verdict
      const known = heard.get(rule) ?? { codes: new Set(), expected, hint }
      heard.set(rule, known)
      known.codes.add(String(code))
    }
  })
  await run({ baseUrl: 'http://platform.test', fetch: (url, init) => mock.fetch(url, init), openSocket: mock.socket })
  const rules = mock.platform.rules.list()
  mock.close()
  return { rules, heard }
}
