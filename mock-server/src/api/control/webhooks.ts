import { decodeWebhook, type Webhook } from '../../platform/index.ts'
import { type Answer, done, read } from '../answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { conflict, missing, operated } from './outcomes.ts'
import { decoded } from './records.ts'
import { idOf, otherId } from './senders.ts'

/** What is on its way to webhooks, and what was; a face has it. */
export interface WebhookDesk {
  /** Newest first. */
  deliveries(): readonly {
    readonly id: string
    readonly webhook: string
    readonly state: 'waiting' | 'delivered' | 'given-up'
  }[]
  replay(id: string): Promise<'queued' | 'unknown' | 'waiting' | 'no-webhook'>
}

/** Where developers' servers hear of deliveries and receipts; `desk` absent: nothing is ever sent. */
export function webhookRoutes(desk: WebhookDesk | undefined): readonly Route[] {
  return [
    {
      id: 'control.webhooks.list',
      method: 'GET',
      path: '/control/v1/webhooks',
      handle: async ({ platform }) => read({ webhooks: (await platform.tenant.webhooks()).map(shown) }),
    },
    {
      id: 'control.webhooks.deliveries',
      method: 'GET',
      path: '/control/v1/webhooks/deliveries',
      handle: async () => read({ deliveries: desk?.deliveries().slice(0, 1_000) ?? [] }),
    },
    {
      id: 'control.webhooks.replay',
      method: 'POST',
      path: '/control/v1/webhooks/deliveries/:id/replay',
      handle: (context) => replay(desk, idOf(context)),
    },
    route({
      id: 'control.webhooks.put',
      method: 'PUT',
      path: '/control/v1/webhooks/:id',
      body: { read: decoded(decodeWebhook, 'webhook') },
      handle: put,
    }),
    { id: 'control.webhooks.remove', method: 'DELETE', path: '/control/v1/webhooks/:id', handle: remove },
  ]
}

/** Secrets are told to nobody. */
function shown({ secret: _, ...webhook }: Webhook): Omit<Webhook, 'secret'> {
  return webhook
}

async function put({ platform, params, body }: RequestContext<Webhook>): Promise<Answer> {
  const id = idOf({ params })
  if (body.id !== id) return otherId('id', { inPath: id, inBody: body.id })
  const { sender } = body
  if (sender !== undefined && !(await platform.directory.sender(sender)))
    return missing('the sender', { id: sender, mend: 'GET /control/v1/senders lists them.' })
  await platform.tenant.putWebhook(body)
  return done(
    shown(body),
    operated(`Webhook ${body.id} is put: ${body.url}`, { ...(sender !== undefined && { sender }) }),
  )
}

async function remove({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  if (await platform.tenant.removeWebhook(id)) return done({}, operated(`Webhook ${id} is removed`))
  return missing('the webhook', { id, mend: 'GET /control/v1/webhooks lists them.' })
}

async function replay(desk: WebhookDesk | undefined, id: string): Promise<Answer> {
  const outcome = (await desk?.replay(id)) ?? 'unknown'
  if (outcome === 'queued') return done({ id }, operated(`Webhook delivery ${id} is sent again`))
  if (outcome === 'unknown')
    return missing('the webhook delivery', { id, mend: 'GET /control/v1/webhooks/deliveries lists them.' })
  return conflict(
    outcome === 'waiting'
      ? `Failed to send ${id} again: it is on its way. Wait until it is taken or given up.`
      : `Failed to send ${id} again: its webhook is gone. Put the webhook first.`,
  )
}
