import type { Route } from '../../route.ts'
import { accountRoutes } from './accounts.ts'
import { followerRoutes } from './followers.ts'
import { libraryRoutes } from './library.ts'
import { ownTemplateRoutes } from './own-templates.ts'
import { quotaRoutes } from './quotas.ts'
import { templateStandingRoutes } from './template-standing.ts'

/** WO, WT: all that an operator, or the portal's pages, do with official accounts. */
export const officialAccountRoutes: readonly Route[] = [
  ...accountRoutes,
  ...followerRoutes,
  ...quotaRoutes,
  ...ownTemplateRoutes,
  ...libraryRoutes,
  ...templateStandingRoutes,
]
