import type { Case } from '../case.ts'
import { position } from './delivery/position.ts'
import { receipts } from './delivery/receipts.ts'
import { scope } from './delivery/scope.ts'
import { ways } from './delivery/ways.ts'
import { ledger } from './governance/ledger.ts'
import { lifeCycle } from './governance/life-cycle.ts'
import { revisions } from './governance/revisions.ts'
import { capability } from './miniapp/capability.ts'
import { conditions } from './miniapp/conditions.ts'
import { content } from './miniapp/content.ts'
import { frequency } from './miniapp/frequency.ts'
import { messageInterface } from './miniapp/interface.ts'
import { jump } from './miniapp/jump.ts'
import { leadingAway } from './miniapp/leading-away.ts'
import { prohibited } from './miniapp/prohibited.ts'
import { rate } from './miniapp/rate.ts'
import { usageStandards } from './miniapp/usage-standards.ts'
import { messageApplications } from './open-api/applications.ts'
import { tokens } from './open-api/apply-token.ts'
import { codes } from './open-api/codes.ts'
import { samples } from './open-api/samples.ts'
import { templateShape } from './open-api/shape.ts'
import { signatures } from './open-api/signatures.ts'
import { superApp } from './open-api/super-app.ts'
import { templateText } from './open-api/text.ts'
import { templateTrust } from './open-api/trust.ts'
import { badInput } from './operator/bad-input.ts'
import { declaredFaults } from './operator/declared-faults.ts'
import { explanations } from './operator/explained.ts'
import { officialAccounts } from './wechat/account.ts'
import { customerService } from './wechat/customer-service.ts'
import { customerServiceWindows } from './wechat/customer-service-windows.ts'
import { templatePenalties } from './wechat/penalties.ts'
import { customerPush } from './wechat/push.ts'
import { templateReview } from './wechat/review.ts'
import { templateFrequency } from './wechat/template-frequency.ts'
import { templateSends } from './wechat/templates.ts'

/** Every case there is, by statement. */
export const cases: readonly Case[] = [
  ...frequency,
  ...rate,
  ...capability,
  ...lifeCycle,
  ...messageInterface,
  ...conditions,
  ...content,
  ...jump,
  ...prohibited,
  ...leadingAway,
  ...usageStandards,
  ...ledger,
  ...revisions,
  ...templateShape,
  ...templateText,
  ...templateTrust,
  ...tokens,
  ...signatures,
  ...codes,
  ...samples,
  ...messageApplications,
  ...superApp,
  ...declaredFaults,
  ...scope,
  ...position,
  ...receipts,
  ...ways,
  ...officialAccounts,
  ...templateSends,
  ...templateFrequency,
  ...templateReview,
  ...templatePenalties,
  ...customerService,
  ...customerServiceWindows,
  ...customerPush,
  ...explanations,
  ...badInput,
]
