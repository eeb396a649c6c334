import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Phone, type PhoneLook, phoneStage } from './phone.ts'
import { css } from './selector.ts'

// Pictures of the native components in each state, scheme and direction, on the example mini-program: `npm run shots --workspace
// packages/miniprogram [-- folder]`.

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shots/miniprogram')

const hello = {
  title: 'Your bill is ready',
  more: { content: 'The bill for October is 1,240 KES. Pay before Friday to keep your lights on.' },
}

type Scene = (phone: Phone, words: Words) => Promise<void>

interface Words {
  readonly more: string
  readonly messages: string
  readonly details: string
  readonly settings: string
}

const fill = async (phone: Phone): Promise<void> => {
  await phone.send('Meter 4471 is offline', { content: 'We have not heard from it for three hours.' })
  await phone.send('فاتورتك جاهزة', { content: 'فاتورة أكتوبر جاهزة، يرجى الدفع قبل الجمعة.' })
  await phone.send('Thank you for your payment', {
    content: 'We received 1,240 KES for bill 2041 on 20 November, and your next reading is due in four weeks.',
  })
  await phone.send(hello.title, hello.more)
  await phone.page.waitForFunction(() => window.phone.inbox().getSnapshot().length === 4)
}

const list: Scene = async (phone) => {
  await fill(phone)
  await phone.page.evaluate(() => {
    const { at } = window.phone.inbox().getSnapshot()
    window.phone.inbox().markRead([at(1)?.id ?? '', at(3)?.id ?? ''])
  })
  await phone.page.locator(css('.message-center--mb-row')).nth(3).waitFor()
  await phone.page.waitForTimeout(6500)
}

const sheet = async (phone: Phone): Promise<void> => {
  await list(phone, english)
  await phone.page.getByText('More', { exact: true }).tap()
  await phone.page.locator(css('.floating-window--messages')).waitFor()
}

const inSheet = async (phone: Phone): Promise<void> => {
  await sheet(phone)
  await phone.page.locator(css('.floating-window--messages')).tap()
  await phone.page.locator(css('.floating-window--mb-row')).first().waitFor()
}

const english: Words = { more: 'More', messages: 'Messages', details: 'Details', settings: 'Message settings' }

const scenes: Readonly<Record<string, Scene>> = {
  empty: async () => undefined,
  center: list,
  menu: async (phone, words) => {
    await list(phone, words)
    await phone.page.locator(css('.message-center--more')).first().tap()
    await phone.page.locator(css('.message-center--tray')).waitFor()
  },
  bubble: async (phone) => {
    await phone.page.evaluate(() => window.phone.go('pages/bill/detail?id=1'))
    await phone.page.getByText('Bill 1').waitFor()
    await phone.send(hello.title, hello.more)
    await phone.page.locator(css('.page-root:not([hidden]) .capsule-bubble--bubble')).waitFor()
  },
  offline: async (phone, words) => {
    await list(phone, words)
    await phone.page.evaluate(() => window.phone.offline())
    await phone.page.locator(css('.message-center--notice')).waitFor()
  },
  actions: sheet,
  inbox: inSheet,
  detail: async (phone) => {
    await inSheet(phone)
    await phone.page.locator(css('.floating-window--more')).nth(1).tap()
    await phone.page.locator(css('.floating-window--tray .floating-window--pill')).first().tap()
    await phone.page.locator(css('.floating-window--detail')).waitFor()
  },
  settings: async (phone) => {
    await inSheet(phone)
    await phone.page.locator(css('.floating-window--i-settings')).tap()
    await phone.page.locator(css('.floating-window--rail')).first().waitFor()
  },
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const stage = await phoneStage()
  const looks: Readonly<Record<string, PhoneLook>> = {
    'light-ltr': {},
    'dark-rtl': { theme: 'dark', language: 'arabic', colorScheme: 'dark' },
  }
  const only = process.argv[3]
  for (const [look, options] of Object.entries(looks))
    for (const [name, scene] of Object.entries(scenes).filter(([one]) => !only || one === only)) {
      const phone = await stage.phone(options)
      await scene(phone, english)
      await phone.page.waitForTimeout(400)
      await phone.page.screenshot({ path: join(folder, `${look}-${name}.png`) })
    }
  await stage.close()
}

await main()
