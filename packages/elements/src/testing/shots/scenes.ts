import type { Page } from 'playwright-core'
import type {} from '../stage-page.ts'
import type {} from './page.ts'

type Tag = 'minibell-message-center' | 'minibell-floating-window'

async function put(page: Page, tag: Tag, options: object = {}): Promise<void> {
  await page.evaluate(
    async (given) => {
      const { lang } = document.documentElement
      const items = shown.itemsIn(lang)
      play.put(given.tag, { items, senders: shown.senders, preferences: 'there', ...given.options })
      play.find(given.tag).words = await shown.loadWords(lang)
      play.inbox.markRead(['i4', 'i2', 'i1'])
    },
    { tag, options },
  )
}

const center = (page: Page, options: object = {}): Promise<void> => put(page, 'minibell-message-center', options)
const rows = (page: Page): Promise<void> => page.locator('article').first().waitFor()
const press = (page: Page, act: string): Promise<void> => page.locator(`[data-act=${act}]`).first().click()

async function bubble(page: Page, count: number): Promise<void> {
  await page.evaluate(async (arrived) => {
    const { lang } = document.documentElement
    play.put('minibell-capsule-bubble', { senders: shown.senders })
    play.find('minibell-capsule-bubble').words = await shown.loadWords(lang)
    play.inbox.receive(...play.manyItems(arrived - 1, { offset: 100 }), ...shown.itemsIn(lang).slice(0, 1))
  }, count)
  await page.locator('.bubble.in').waitFor()
}

async function menu(page: Page): Promise<void> {
  await center(page)
  await press(page, 'more')
  await page.locator('.tray').waitFor()
}

async function sheet(page: Page, view: 'actions' | 'inbox', options: object = {}): Promise<void> {
  await put(page, 'minibell-floating-window', options)
  await page.evaluate((shownView) => {
    const host = play.find('minibell-floating-window')
    for (const name of shown.actions) {
      const action = document.createElement('button')
      action.slot = 'actions'
      action.textContent = name
      host.append(action)
    }
    host.show(shownView)
  }, view)
  await page.locator('.sheet').waitFor()
}

/** Further down, when three more arrive. */
async function scrolled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { lang } = document.documentElement
    play.put('minibell-message-center', { items: play.manyItems(30), senders: shown.senders })
    play.find('minibell-message-center').words = await shown.loadWords(lang)
  })
  await rows(page)
  await page.evaluate(() => scrollTo(0, 900))
  await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume))))
  await page.evaluate(() => play.inbox.receive(...play.manyItems(3, { offset: 103 })))
  await page.locator('.fresh').waitFor()
}

const detailOf =
  (row: number) =>
  async (page: Page): Promise<void> => {
    await sheet(page, 'inbox')
    await page.locator('.more').nth(row).click()
    await press(page, 'detail')
    await page.locator('.detail').waitFor()
  }

/** Every surface in every state of surfaces that has something of its own to show. */
export const scenes = {
  bubble: (page) => bubble(page, 1),
  'bubble-of-several': (page) => bubble(page, 3),
  badge: (page) =>
    page.evaluate(() => play.put('minibell-capsule-bubble', { items: play.manyItems(120), senders: shown.senders })),
  center: async (page) => {
    await center(page)
    await rows(page)
  },
  'by-sender': async (page) => {
    await center(page)
    await page.evaluate(() => play.find('minibell-message-center').setAttribute('group', 'sender'))
    await rows(page)
  },
  menu,
  report: async (page) => {
    await menu(page)
    await press(page, 'report')
    await page.locator('.kinds').waitFor()
  },
  told: async (page) => {
    await menu(page)
    await press(page, 'stop')
    await page.locator('.said:not(:empty)').waitFor()
  },
  focus: async (page) => {
    await center(page)
    await rows(page)
    await page.locator('.open').first().focus()
    await page.keyboard.press('ArrowDown')
  },
  loading: (page) => center(page, { items: [], status: { phase: 'loading' } }),
  refreshing: async (page) => {
    await center(page)
    await rows(page)
    await press(page, 'refresh')
    await page.locator('.turning').waitFor()
  },
  empty: (page) => center(page, { items: [] }),
  'all-read': async (page) => {
    await center(page)
    await page.locator('.text').click()
    await press(page, 'unread')
    await page.locator('.empty').waitFor()
  },
  offline: (page) => center(page, { status: { phase: 'offline' } }),
  'offline-empty': (page) => center(page, { items: [], status: { phase: 'offline' } }),
  'offline-new': (page) => center(page, { items: [], status: { phase: 'offline' }, isNew: true }),
  error: (page) => center(page, { status: { phase: 'error', code: 'unauthorized', message: 'No such token.' } }),
  'error-empty': (page) =>
    center(page, { items: [], status: { phase: 'error', code: 'unauthorized', message: 'No such token.' } }),
  'new-while-scrolled': scrolled,
  'center-detail': async (page) => {
    await menu(page)
    await press(page, 'detail')
    await page.locator('.detail').waitFor()
  },
  actions: (page) => sheet(page, 'actions', { scope: { kind: 'sender', sender: 'kijani' } }),
  'floating-inbox': async (page) => {
    await sheet(page, 'inbox')
    await rows(page)
  },
  'floating-empty': (page) => sheet(page, 'inbox', { items: [] }),
  settings: async (page) => {
    await sheet(page, 'inbox')
    await press(page, 'settings')
    await page.locator('.switch:not(:disabled)').first().waitFor()
  },
  detail: detailOf(2),
  'detail-of-news': detailOf(3),
  'text-200': async (page) => {
    await page.evaluate(() => document.body.style.setProperty('--minibell-font-size', '32px'))
    await center(page)
    await rows(page)
  },
  'bubble-text-200': async (page) => {
    await page.evaluate(() => document.body.style.setProperty('--minibell-font-size', '32px'))
    await bubble(page, 1)
  },
} satisfies Readonly<Record<string, (page: Page) => Promise<void>>>

export type SceneName = keyof typeof scenes
