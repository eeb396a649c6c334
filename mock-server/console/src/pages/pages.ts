import type { PageName } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Page } from '../page.ts'
import { clockPage } from './clock/clock-page.ts'
import { composePage } from './compose/compose-page.ts'
import { recipientsPage } from './recipients/recipients-page.ts'
import { sendsPage } from './sends/sends-page.ts'

export type Pages = Readonly<Partial<Record<PageName, Page>>> & { readonly sends: Page }

/** Every page there is; each keeps what belongs to it alone. */
export function pagesOf(desk: Desk): Pages {
  return {
    sends: sendsPage(desk),
    compose: composePage(desk),
    recipients: recipientsPage(desk),
    clock: clockPage(desk),
  }
}
