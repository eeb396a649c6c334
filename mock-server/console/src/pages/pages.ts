import type { PageName } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Page } from '../page.ts'
import { clockPage } from './clock/clock-page.ts'
import { composePage } from './compose/compose-page.ts'
import { faultsPage } from './faults/faults-page.ts'
import { previewPage } from './preview/preview-page.ts'
import { recipientsPage } from './recipients/recipients-page.ts'
import { rulesPage } from './rules/rules-page.ts'
import { sendersPage } from './senders/senders-page.ts'
import { sendsPage } from './sends/sends-page.ts'
import { templatesPage } from './templates/templates-page.ts'
import { webhooksPage } from './webhooks/webhooks-page.ts'

export type Pages = Readonly<Record<PageName, Page>>

/** Every page there is; each keeps what belongs to it alone. */
export function pagesOf(desk: Desk): Pages {
  return {
    sends: sendsPage(desk),
    compose: composePage(desk),
    recipients: recipientsPage(desk),
    preview: previewPage(desk),
    templates: templatesPage(desk),
    senders: sendersPage(desk),
    rules: rulesPage(desk),
    webhooks: webhooksPage(desk),
    faults: faultsPage(desk),
    clock: clockPage(desk),
  }
}
