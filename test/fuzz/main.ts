import { tallyLine } from '../run/part.ts'
import { chance } from '../tools/chance.ts'
import { numberAfter } from '../tools/flags.ts'
import { type Asked, askedOf } from './bodies.ts'
import type { Endpoint, Found } from './endpoints/endpoint.ts'
import { endpoints } from './endpoints/endpoints.ts'
import { signingClient } from './keys.ts'
import { type Fuzzed, fuzzed } from './platform.ts'
import { codeOf, hasRegistered, shapeFault } from './shape.ts'

/**
 * `npm run fuzz [-- --seed N] [--count N] [--only NAME,…]`: requests to every endpoint, through the in-process face. Each answer has its dialect's
 * shape and its row in the journal; a refusal changes nothing; every documented code occurs, and no other. 100,000 an endpoint by default.
 */
async function main(): Promise<void> {
  const seed = numberAfter('--seed') ?? Date.now() % 1_000_000
  const count = numberAfter('--count') ?? 100_000
  print(`seed ${seed}, ${count} bodies an endpoint`)
  const only = text('--only')?.split(',')
  const chosen = endpoints.filter(({ name }) => only?.includes(name) ?? true)
  if (chosen.length === 0)
    throw new Error(`Failed to find ${only}: endpoints are ${endpoints.map(({ name }) => name).join(', ')}.`)
  const client = signingClient('shop-server')
  const platform = await fuzzed(client.publicKey)
  let passed = 0
  let failed = 0
  for (const [place, endpoint] of endpoints.entries()) {
    if (!chosen.includes(endpoint)) continue
    const told = await run(endpoint, { platform, client, count, seed: seed + place })
    passed += told.passed
    failed += told.failed
  }
  platform.mock.close()
  print(tallyLine({ passed, failed }))
  process.exitCode = failed === 0 ? 0 : 1
}

interface Parts {
  readonly platform: Fuzzed
  readonly client: ReturnType<typeof signingClient>
  readonly count: number
  readonly seed: number
}

/** What is told of one endpoint: its bodies, and one check for each documented code. */
async function run(
  endpoint: Endpoint,
  { platform, client, count, seed }: Parts,
): Promise<{ passed: number; failed: number }> {
  const random = chance(seed)
  const seen = new Map<string | number | undefined, number>()
  const near = [0, 0, 0]
  let failed = 0
  let found: Found | undefined
  for (let number = 0; number < count; number += 1) {
    if (found === undefined || number % 500 === 0) found = await platform.reset(seed + number)
    const asked = askedOf(endpoint, { chance: random, number, found, client, at: platform.tick() })
    await platform.settle()
    near[asked.away] = (near[asked.away] ?? 0) + 1
    const { fault, code } = await judged(platform, endpoint, { asked, thorough: number % 50 === 0 })
    seen.set(code, (seen.get(code) ?? 0) + 1)
    if (fault === undefined) continue
    failed += 1
    if (failed <= 10)
      print(
        `failed ${endpoint.name} ${number} (seed ${seed}): ${fault}: ${asked.method} ${asked.url} ${JSON.stringify(asked.headers)} ${asked.body.slice(0, 1_000)}`,
      )
  }
  const never = endpoint.codes.filter((code) => !seen.has(code))
  for (const code of never) print(`failed ${endpoint.name}: ${code} never occurred`)
  const strange = [...seen.keys()].filter((code) => code === undefined || !endpoint.codes.includes(code))
  for (const code of strange) print(`failed ${endpoint.name}: ${code} is documented nowhere for it`)
  const far = (near[1] ?? 0) * 2 < count
  if (far) print(`failed ${endpoint.name}: fewer than half of the bodies were one change away`)
  print(`${endpoint.name}: ${[...seen].map(([code, times]) => `${code} ${times}`).join(', ')}`)
  const more = never.length + strange.length + (far ? 1 : 0)
  return { passed: count - failed + endpoint.codes.length + 1 - more, failed: failed + more }
}

async function judged(
  platform: Fuzzed,
  { dialect, method: usual }: Endpoint,
  { asked, thorough }: { readonly asked: Asked; readonly thorough: boolean },
): Promise<{ readonly fault?: string; readonly code: string | number | undefined }> {
  const before = await stateOf(platform, thorough)
  const { away: _, method, ...request } = asked
  // The port knows no PATCH; what a stranger sends is what is being tried.
  const answer = await platform.mock.http({ ...request, method: method as 'POST' }).response
  const code = codeOf(answer.body)
  const accepted = code === 0 || code === 'SUCCESS' || code === 'ok' || code === 'csv'
  const fault =
    shapeFault(dialect, answer) ??
    // The platform writes the rows of receipts and uses itself, and reads have none.
    (accepted && (dialect === 'delivery' || usual === 'GET') ? undefined : rowFault(platform, answer, accepted)) ??
    (accepted ? undefined : stateFault(before, await stateOf(platform, thorough), leavesMore(code, answer.body)))
  return fault === undefined ? { code } : { fault: `${code}: ${fault}`, code }
}

interface State {
  readonly revision: number
  /** Both are looked at on every 50th body alone. */
  readonly world?: string
  readonly inboxes?: string
}

async function stateOf(platform: Fuzzed, thorough: boolean): Promise<State> {
  const revision = platform.revision()
  if (!thorough) return { revision }
  return { revision, ...(await platform.digest()) }
}

/** A refused send may leave its inline content registered, one to who was never served a violation in the ledger (WT-4); nothing else. */
function leavesMore(code: string | number | undefined, body: string): boolean {
  return code === 50002 || hasRegistered(body)
}

function stateFault(before: State, after: State, leftMore: boolean): string | undefined {
  if (before.inboxes !== after.inboxes) return 'a refusal changed an inbox'
  if (leftMore) return undefined
  if (before.revision !== after.revision) return 'a refusal committed to the store'
  return before.world === after.world ? undefined : 'a refusal changed the world'
}

/** The answer's row is in the journal and says the same. */
function rowFault(
  { mock }: Fuzzed,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  accepted: boolean,
): string | undefined {
  const [verdict = '', id = ''] = (headers['minibell-verdict'] ?? '').split('; ')
  const row = mock.platform.journal.row(id)
  if (!row) return 'no row in the journal'
  if (row.verdict !== verdict || row.status !== status) return `the row says ${row.verdict}, the header ${verdict}`
  return accepted === (verdict === 'ok') ? undefined : `the verdict is ${verdict}`
}

function text(flag: string): string | undefined {
  const at = process.argv.indexOf(flag)
  return at < 0 ? undefined : process.argv[at + 1]
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
