import type { RuleFacts } from '../platform.ts'
import { contentRules } from './miniapp/content-rules.ts'
import { gateRules, rateRules, recipientRules, registeredRules } from './miniapp/service-rules.ts'
import { templateRules } from './open-api/template-rules.ts'
import { tokenRules } from './open-api/token-rules.ts'

/** Every rule of the platform, dialect by dialect, in the order in which they speak. */
export const allRules: readonly Omit<RuleFacts, 'enabled'>[] = [
  ...gateRules,
  ...registeredRules,
  ...contentRules,
  ...rateRules,
  ...recipientRules,
  ...tokenRules,
  ...templateRules,
]
