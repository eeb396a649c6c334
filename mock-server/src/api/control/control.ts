import type { Timers } from '@minibell/ports'
import { read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import type { Faults } from '../faults/fault.ts'
import type { Dialect, Route } from '../route.ts'
import { clockRoutes } from './clock.ts'
import { faultRoutes, forgetting } from './faults.ts'
import { explainRoutes } from './governance/explain.ts'
import { letterRoutes } from './governance/letters.ts'
import { revisionRoutes } from './governance/revisions.ts'
import { governanceRoutes } from './governance/standing.ts'
import { switchRoutes } from './governance/switches.ts'
import { journalRoutes } from './journal.ts'
import { explainCustomerRoute } from './official-accounts/explain-customer.ts'
import { followerActionRoutes } from './official-accounts/follower-actions.ts'
import { officialAccountRoutes } from './official-accounts/official-account-routes.ts'
import { type CheckPush, pushCheckRoute } from './official-accounts/push-check.ts'
import { pushStandInRoutes } from './official-accounts/push-stand-in.ts'
import { outlookRoutes } from './outlook.ts'
import { personRoutes } from './persons.ts'
import { ruleRoutes } from './rules.ts'
import { senderRoutes } from './senders.ts'
import type { SnapshotShelf } from './snapshot-shelf.ts'
import { snapshotRoutes } from './snapshots.ts'
import { standInRoutes } from './stand-in.ts'
import { templateRoutes } from './templates.ts'
import { tenantRoutes } from './tenant.ts'
import { tokenRoutes } from './tokens.ts'
import { type WebhookDesk, webhookRoutes } from './webhooks.ts'
import { worldRoutes } from './world.ts'

/** What `GET /control/v1/info` tells of the server beside its name. */
export interface Info {
  readonly version?: string
  /** Addresses by name: `demo`, `api` … */
  readonly doors?: Readonly<Record<string, string>>
}

/** The operator's API. `close` answers the long polls that wait. */
export function control(parts: {
  readonly timers: Timers
  readonly shelf: SnapshotShelf
  readonly faults: Faults
  /** Ids of the routes of all dialects. */
  routes(): readonly string[]
  readonly keySeed?: number
  readonly checkPush?: CheckPush
  readonly webhooks?: WebhookDesk
  readonly info?: Info
}): {
  readonly dialect: Dialect
  close(): void
} {
  const closing = new Set<() => void>()
  return {
    dialect: {
      name: 'control',
      bases: ['/control/v1'],
      routes: [
        infoRoute(parts.info ?? {}),
        ...clockRoutes,
        ...forgetting(parts.faults, [...worldRoutes, ...snapshotRoutes(parts.shelf)]),
        ...senderRoutes,
        ...governanceRoutes,
        ...letterRoutes,
        ...revisionRoutes,
        ...explainRoutes,
        ...personRoutes,
        ...outlookRoutes,
        ...switchRoutes,
        ...templateRoutes,
        ...tokenRoutes,
        ...ruleRoutes,
        ...tenantRoutes({ keySeed: parts.keySeed ?? 0 }),
        ...faultRoutes(parts.faults, parts.routes),
        ...officialAccountRoutes,
        ...standInRoutes(),
        ...followerActionRoutes,
        explainCustomerRoute,
        pushCheckRoute(parts.checkPush),
        ...pushStandInRoutes(),
        ...webhookRoutes(parts.webhooks),
        ...journalRoutes({ timers: parts.timers, closing }),
      ],
      refuse: (problem) => errorAnswer(problem, { kind: 'control' }),
    },
    close() {
      for (const stop of [...closing]) stop()
    },
  }
}

function infoRoute({ version = '0.0.0', doors = {} }: Info): Route {
  return {
    id: 'control.info',
    method: 'GET',
    path: '/control/v1/info',
    handle: async () => read({ name: 'minibell', version, protocol: 1, doors }),
  }
}
