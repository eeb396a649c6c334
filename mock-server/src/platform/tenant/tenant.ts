import type { Core } from '../core.ts'
import { requirePerson, requireSender } from '../directory/required.ts'
import { worldRows, worldValue } from '../directory/world-rows.ts'
import type { CallAttempt } from '../rulebook/open-api/call-attempt.ts'
import { callRules } from '../rulebook/open-api/call-rules.ts'
import type { Key } from '../storage/key.ts'
import { worldKeys, worldPartition } from '../storage/world-places.ts'
import type { Explanation, Verdict } from '../verdict.ts'
import type { ClientRecord, Consent, OpenApiSettings, SenderId, TokenSource, Webhook } from '../world.ts'
import { decodeClient, decodeConsent, decodeSettings, decodeSuperApp } from '../worlds/decode-tenant.ts'
import { decodeWebhook } from '../worlds/decode-webhook.ts'
import { applyToken, type GrantedTokens, issueAuthCode, type TokenRequest } from './apply-token.ts'

/** The operator of the open API: who calls it, how strictly, and with whose consent. Each `put` throws `WorldError`. */
export interface Tenant {
  /** The world's own; the process's defaults are not in them. */
  settings(): Promise<OpenApiSettings>
  putSettings(settings: OpenApiSettings): Promise<void>
  clients(): Promise<readonly ClientRecord[]>
  client(id: string): Promise<ClientRecord | undefined>
  putClient(client: ClientRecord): Promise<void>
  /** OA-1: what the rules say of a call before its body is read. */
  judgeCall(attempt: CallAttempt): { readonly verdict?: Verdict; readonly explanation: Explanation }
  /** OA-10: what `my.getAuthCode` gives a mini-program when the person agrees. */
  issueAuthCode(source: Omit<TokenSource, 'used'>): Promise<string>
  applyToken(request: TokenRequest): Promise<TokenOutcome>
  consents(): Promise<readonly Consent[]>
  putConsent(consent: Consent): Promise<void>
  /** DL-11; `undefined` hands nothing on. */
  superApp(): Promise<{ readonly url: string } | undefined>
  putSuperApp(superApp: { readonly url: string } | undefined): Promise<void>
  /** Where developers' servers hear of deliveries and receipts, by id. */
  webhooks(): Promise<readonly Webhook[]>
  putWebhook(webhook: Webhook): Promise<void>
  /** False when there is none of that id. */
  removeWebhook(id: string): Promise<boolean>
}

/** `tokens` is absent only where a rule that asks for a known code is switched off. */
export type TokenOutcome = { readonly explanation: Explanation } & (
  | { readonly accepted: true; readonly tokens?: GrantedTokens }
  | { readonly accepted: false; readonly verdict: Verdict }
)

export function tenant(core: Core): Tenant {
  const { together } = core.gate
  const put = <Value>(key: Key<Value>, value: Value | undefined): Promise<void> =>
    together(() => core.transactions.write(worldPartition, async (transaction) => transaction.put(key, value)))

  const kept = keptWebhooks(core)

  return {
    settings: async () => (await worldValue(core, worldKeys.openApi)) ?? {},
    putSettings: (settings) => put(worldKeys.openApi, decodeSettings(settings, '')),
    clients: () => worldRows<ClientRecord>(core, worldKeys.clients),
    client: (id) => worldValue(core, worldKeys.client(id)),
    async putClient(client) {
      await requireAll(core, client.senders ?? [])
      await put(worldKeys.client(client.id), decodeClient(client, ''))
    },
    judgeCall: (attempt) => core.judge.judged(callRules, attempt),
    issueAuthCode: (source) => together(() => issueAuthCode(core, source)),
    applyToken: (request) => together(() => applyToken(core, request)),
    consents: () => worldRows<Consent>(core, worldKeys.consents),
    async putConsent(consent) {
      await requireAll(core, [consent.sender])
      await core.transactions.read(worldPartition, (transaction) => requirePerson(transaction, consent.person))
      await put(worldKeys.consent(consent), decodeConsent(consent, ''))
    },
    superApp: () => worldValue(core, worldKeys.superApp),
    putSuperApp: (superApp) => put(worldKeys.superApp, superApp && decodeSuperApp(superApp, '')),
    webhooks: kept.all,
    async putWebhook(webhook) {
      await requireAll(core, webhook.sender === undefined ? [] : [webhook.sender])
      await put(worldKeys.webhook(webhook.id), decodeWebhook(webhook, ''))
      await kept.forget()
    },
    removeWebhook: (id) =>
      together(() =>
        core.transactions.write(worldPartition, async (transaction) => {
          const was = (await transaction.get(worldKeys.webhook(id))) !== undefined
          transaction.put(worldKeys.webhook(id), undefined)
          return was
        }),
      ).finally(kept.forget),
  }
}

/** Asked after every commit to an inbox, so read once for each world and change. */
function keptWebhooks(core: Core): { all(): Promise<readonly Webhook[]>; forget(): Promise<void> } {
  const { shared } = core.store
  let epoch: string | undefined
  let rows: Promise<readonly Webhook[]> | undefined
  shared?.onAnnounced(async () => {
    rows = undefined
  })
  return {
    all() {
      if (epoch !== core.epoch()) rows = undefined
      epoch = core.epoch()
      rows ??= worldRows<Webhook>(core, worldKeys.webhooks)
      rows.catch(() => {
        rows = undefined
      })
      return rows
    },
    /** Here and, before it resolves, in all other processes. */
    async forget() {
      rows = undefined
      await shared?.announce()
    },
  }
}

function requireAll(core: Core, senders: readonly SenderId[]): Promise<void> {
  return core.transactions.read(worldPartition, async (transaction) => {
    for (const sender of senders) await requireSender(transaction, sender)
  })
}
