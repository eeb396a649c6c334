import type { Page } from 'playwright-core'
import { faultsOf } from './axe.ts'
import { send, toAmina } from './messages.ts'
import type { OperatorVisit } from './operator-visit.ts'
import type { ServedDemo } from './served-demo.ts'

/** Something that the console can look like. */
export interface ConsoleState {
  readonly name: string
  readonly hash: string
  /** What is there once it is drawn. */
  readonly ready: string
  /** Further steps on the page. */
  act?(page: Page): Promise<void>
}

/** How somebody may look at it. */
export interface Look {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly colorScheme: 'light' | 'dark'
  readonly forcedColors: 'active' | 'none'
}

const laptop = { width: 1366, height: 800 }
const phone = { width: 360, height: 720 }

export const looks: readonly Look[] = [
  { name: 'light-laptop', colorScheme: 'light', forcedColors: 'none', ...laptop },
  { name: 'dark-phone', colorScheme: 'dark', forcedColors: 'none', ...phone },
  { name: 'forced-laptop', colorScheme: 'dark', forcedColors: 'active', ...laptop },
  { name: 'light-phone', colorScheme: 'light', forcedColors: 'none', ...phone },
  { name: 'dark-laptop', colorScheme: 'dark', forcedColors: 'none', ...laptop },
]

const opened = async (page: Page): Promise<void> => {
  for (const details of await page.locator('main details > summary').all()) await details.click()
}

/** After `fill`. */
export const fullStates: readonly ConsoleState[] = [
  { name: 'sends', hash: '#/sends', ready: '.feed-row' },
  {
    name: 'refused',
    hash: '#/sends',
    ready: '.feed-row',
    act: async (page) => {
      await page.locator('.feed-row', { hasText: 'MA-3' }).first().click()
      await page.locator('.rule-words > li').first().waitFor()
    },
  },
  {
    name: 'search',
    hash: '#/sends',
    ready: '.feed-row',
    act: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('kij')
      await page.locator('dialog li').first().waitFor()
    },
  },
  {
    name: 'compose-service',
    hash: '#/compose?from=kijani&to=amina&title=Your+bill&content=It+is+due.&jump=pages/bill/detail',
    ready: '[data-forecast]',
  },
  {
    name: 'compose-template',
    hash: '#/compose?from=soko&to=amina&template=TP_ORDER_SHIPPED&language=en-US&code=python',
    ready: '[data-forecast=refused]',
    act: opened,
  },
  { name: 'compose-account', hash: '#/compose?from=jirani&as=customer&to=amina', ready: '[data-forecast]' },
  { name: 'recipients', hash: '#/recipients', ready: '.feed-row' },
  { name: 'recipient', hash: '#/recipients/amina', ready: '[data-sender=jirani] .subscriptions' },
  {
    name: 'preview',
    hash: '#/preview?from=kijani&to=amina&title=Bill&content=Due&jump=pages/bill/detail',
    ready: 'minibell-floating-window .sheet',
    // Rows are drawn where they are near the screen.
    act: async (page) => {
      for (const surface of ['minibell-message-center', 'minibell-floating-window']) {
        await page.locator(surface).scrollIntoViewIfNeeded()
        await page.locator(`${surface} article`).first().waitFor()
      }
    },
  },
  { name: 'templates', hash: '#/templates', ready: '.feed-row' },
  { name: 'template', hash: '#/templates/TP_READY', ready: '.opened blockquote' },
  { name: 'senders', hash: '#/senders', ready: '.feed-row' },
  { name: 'sender', hash: '#/senders/kijani', ready: '.entries', act: opened },
  { name: 'account', hash: '#/senders/jirani', ready: '[data-quota=templates]' },
  { name: 'rules', hash: '#/rules', ready: '.rules > li' },
  { name: 'announcements', hash: '#/rules?show=announcements', ready: '[data-version="2026-12"]', act: opened },
  { name: 'webhooks', hash: '#/webhooks', ready: '[data-state]', act: opened },
  { name: 'faults', hash: '#/faults', ready: '.entries' },
  { name: 'clock', hash: '#/clock', ready: '.turns' },
]

/** In a world without anybody. */
export const emptyStates: readonly ConsoleState[] = [
  { name: 'no-sends', hash: '#/sends', ready: '.empty:visible' },
  { name: 'no-sender-to-compose', hash: '#/compose', ready: '.empty:visible' },
  { name: 'no-recipients', hash: '#/recipients', ready: '.empty:visible' },
  { name: 'no-preview', hash: '#/preview', ready: '.empty:visible' },
  { name: 'no-templates', hash: '#/templates', ready: '.empty:visible' },
  { name: 'no-senders', hash: '#/senders', ready: '.empty:visible' },
  { name: 'no-rule-fits', hash: '#/rules?q=nothing-at-all', ready: '.empty:visible' },
  { name: 'no-announcement', hash: '#/rules?show=announcements', ready: '.empty:visible' },
  { name: 'no-webhooks', hash: '#/webhooks', ready: '.empty:visible' },
  { name: 'no-faults', hash: '#/faults', ready: '.empty:visible' },
  { name: 'no-turns', hash: '#/clock', ready: '.empty:visible' },
]

/** Something of everything: sends, a template in review, a violation, a revision, a webhook that nobody answers, a fault. */
export async function fill(demo: ServedDemo): Promise<void> {
  const put = (path: string, body: object): Promise<unknown> => demo.call('PUT', `/control/v1${path}`, body)
  const url = 'http://127.0.0.1:9/nobody'
  await put('/webhooks/shop', {
    id: 'shop',
    url,
    secret: '0123456789abcdef',
    sender: 'kijani',
    events: ['item.delivered'],
  })
  await send(demo, toAmina('Your electricity bill'))
  await send(demo, toAmina('Your water bill'))
  await send(demo, toAmina('Win ${prize} today'))
  const texts = {
    'en-US': { title: 'Ready', content: 'Hello ${who}.' },
    'zh-CN': { title: '可取货', content: '您好 ${who}。' },
  }
  const template = { code: 'TP_READY', sender: 'soko', channel: 'INBOX', name: 'Ready for pickup', status: 'in-review' }
  await put('/templates/TP_READY', { ...template, defaultLanguage: 'en-US', texts })
  await demo.call('POST', '/control/v1/senders/kijani/violations', { kind: 'false', reason: 'Untrue.' })
  const { at } = (await demo.call('GET', '/control/v1/clock')) as { readonly at: number }
  await put('/rule-sets/2026-12', {
    name: 'miniapp',
    version: '2026-12',
    effectiveAt: at + 86_400_000,
    bulletin: { en: 'One message every five days.', zh: '每五天一条。' },
    numbers: { frequency: { mode: 'rolling', days: 5 } },
  })
  await put('/faults', { faults: [{ route: 'miniapp.send', kind: 'drop', times: 1 }] })
}

/** Nobody and nothing, as a world that was just made. */
export async function clear(demo: ServedDemo): Promise<void> {
  const bare = { format: 'minibell-world', version: 1, name: 'bare', seed: 1 }
  const lists = { senders: [], persons: [], uses: [], templates: [], accessTokens: [], sessions: [] }
  await demo.call('PUT', '/control/v1/world', { ...bare, ...lists })
}

/** Draws a state in a look: what axe finds, and whether something is wider than the screen. */
export async function faultsIn(visit: OperatorVisit, state: ConsoleState, look: Look): Promise<readonly string[]> {
  const { page } = visit
  const { width, height, colorScheme, forcedColors } = look
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
  await visit.goTo(state.hash)
  await page.locator(state.ready).first().waitFor()
  await state.act?.(page)
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
  // The user's own colours: axe would read those of the style sheet behind them.
  const without = forcedColors === 'active' ? 'color-contrast' : undefined
  return [...(await faultsOf(page, without)), ...(fits ? [] : ['wider than the screen'])]
}

/** Back from what a state left open. */
export async function leave({ page }: OperatorVisit): Promise<void> {
  await page.keyboard.press('Escape')
}
