import { violationRules } from '../official-account/violations/violation-rules.ts'
import type { RuleFacts } from '../platform.ts'
import { conductRules } from './customer-service/conduct-rules.ts'
import { dailyRule, standingRules } from './customer-service/standing-rules.ts'
import { windowRules } from './customer-service/window-rules.ts'
import { recipientsFile } from './miniapp/condition-rules.ts'
import { contentRules } from './miniapp/content-rules.ts'
import { gateRules, operatorRules, rateRules, recipientRules, registeredRules } from './miniapp/service-rules.ts'
import { application } from './miniapp/standing-rules.ts'
import { accountRules } from './official-account/account-rules.ts'
import { proposalRules } from './official-account/proposal-rules.ts'
import { triggerRules } from './official-account/trigger-rules.ts'
import { onceRule, quotaRule, subscribed, wireRules } from './official-account/wire-rules.ts'
import { callRules } from './open-api/call-rules.ts'
import { grantRules } from './open-api/grant-rules.ts'
import { requestRules, templateRules } from './open-api/template-rules.ts'
import { tokenRules } from './open-api/token-rules.ts'
import { recipientRules as openRecipientRules, trafficRule } from './open-api/traffic-rules.ts'

/** Every rule of the platform, dialect by dialect, in the order in which they speak. */
export const allRules: readonly Omit<RuleFacts, 'enabled'>[] = [
  ...gateRules,
  ...registeredRules,
  ...contentRules,
  ...operatorRules,
  ...rateRules,
  ...recipientRules,
  application,
  recipientsFile,
  ...callRules,
  ...grantRules,
  ...tokenRules,
  ...requestRules,
  trafficRule,
  ...templateRules,
  ...openRecipientRules,
  ...accountRules,
  ...wireRules,
  ...triggerRules,
  quotaRule,
  onceRule,
  subscribed,
  ...violationRules,
  ...proposalRules,
  ...standingRules,
  ...windowRules,
  dailyRule,
  ...conductRules,
]
