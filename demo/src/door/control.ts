import type { JournalRow, Person, RuleFacts, Scope, SenderRecord, Template, TextMessage } from '@minibell/mock'
import { caller, json } from './call.ts'
import { type Operator, operatorOver } from './operator.ts'

/** A person as the control API tells it: the record with when each mini-program was last used, ms since 1970. */
export interface PersonWithUses extends Person {
  readonly uses: Readonly<Record<string, number>>
}

/** What the page asks of the operator's API. Every call rejects with `ControlProblem` when the platform refuses. */
export interface Control {
  readonly origin: string
  clock(): Promise<{ readonly at: number; readonly running: boolean }>
  advance(advanceMs: number): Promise<void>
  reset(): Promise<void>
  senders(): Promise<readonly SenderRecord[]>
  persons(): Promise<readonly PersonWithUses[]>
  templates(): Promise<readonly Template[]>
  /** `null`: never used; absent: now. */
  use(person: string, sender: string, at?: number | null): Promise<void>
  grant(sender: string): Promise<void>
  /** A delivery session token. */
  session(person: string, scope: Scope): Promise<string>
  /** Newest last. With `waitMs` the answer waits for the first row. */
  journal(page: JournalPage): Promise<readonly JournalRow[]>
  /** Texts that a person's phone got, newest first (OA-3, SMS). */
  texts(person: string): Promise<readonly TextMessage[]>
  /** One row with its explanation. */
  journalRow(id: string): Promise<JournalRow>
  /** OA-10: names the person towards one mini-program. */
  accessToken(grant: { readonly person: string; readonly sender: string; readonly lifeMs: number }): Promise<string>
  /** Switches on every rule that somebody switched off. */
  allRulesOn(): Promise<void>
  /** replaces what was declared; another world forgets it. */
  declareFaults(faults: readonly object[]): Promise<void>
  /** Any request as a developer's server would send it. */
  send(request: SendRequest): Promise<SendAnswer>
  /** What a GET of any path answers. */
  read(path: string): Promise<unknown>
  /** Standing, templates, letters, rule sets: what the console's pages do. */
  readonly operator: Operator
}

export interface JournalPage {
  readonly after?: string
  /** Default 1,000. */
  readonly max?: number
  readonly waitMs?: number
}

export interface SendRequest {
  readonly path: string
  readonly body: unknown
}

export interface SendAnswer {
  readonly status: number
  /** From the header `minibell-verdict`: `ok` or the rule that spoke, and the journal row's id. */
  readonly verdict: string
  readonly journalId: string | undefined
  readonly body: unknown
}

/** Sessions outlive what the clock of the demo jumps. */
const yearMs = 365 * 86_400_000

/** `origin` is the platform's, without a trailing slash. */
export function controlAt(origin: string): Control {
  const call = caller(`${origin}/control/v1`)
  const id = encodeURIComponent
  return {
    origin,
    clock: () => call('GET', '/clock'),
    advance: (advanceMs) => call('POST', '/clock', { advanceMs }),
    reset: () => call('POST', '/world/reset', {}),
    senders: async () => (await call<{ senders: SenderRecord[] }>('GET', '/senders')).senders,
    persons: async () => (await call<{ persons: PersonWithUses[] }>('GET', '/persons')).persons,
    templates: async () => (await call<{ templates: Template[] }>('GET', '/templates')).templates,
    use: (person, sender, at) =>
      call('POST', `/persons/${id(person)}/uses`, at === undefined ? { sender } : { sender, at }),
    grant: (sender) => call('PUT', `/senders/${id(sender)}/capability`, { capability: 'granted' }),
    session: async (person, scope) =>
      (await call<{ token: string }>('POST', '/sessions', { person, scope, lifeMs: yearMs })).token,
    journal: async (page) => (await call<{ rows: JournalRow[] }>('GET', journalPath(page))).rows,
    texts: async (person) => (await call<{ texts: TextMessage[] }>('GET', `/persons/${id(person)}/texts`)).texts,
    async allRulesOn() {
      const { rules } = await call<{ rules: RuleFacts[] }>('GET', '/rules')
      for (const rule of rules) if (!rule.enabled) await call('PUT', `/rules/${id(rule.id)}`, { enabled: true })
    },
    journalRow: (row) => call('GET', `/journal/${id(row)}`),
    accessToken: async (grant) =>
      (await call<{ token: string }>('POST', '/access-tokens', { ...grant, scopes: ['SEND_MESSAGE'] })).token,
    declareFaults: (faults) => call('PUT', '/faults', { faults }),
    send: (request) => sendAt(origin, request),
    read: async (path) => (await fetch(`${origin}${path}`)).json(),
    operator: operatorOver(call),
  }
}

function journalPath({ after, max = 1_000, waitMs }: JournalPage): string {
  const query = new URLSearchParams({ max: String(max) })
  if (after !== undefined) query.set('after', after)
  if (waitMs !== undefined) query.set('waitMs', String(waitMs))
  return `/journal${waitMs === undefined ? '' : '/stream'}?${query}`
}

async function sendAt(origin: string, request: SendRequest): Promise<SendAnswer> {
  const response = await fetch(`${origin}${request.path}`, { method: 'POST', ...json(request.body) })
  const [verdict, journalId] = (response.headers.get('minibell-verdict') ?? '').split('; ')
  return { status: response.status, verdict: verdict ?? '', journalId, body: await response.json() }
}
