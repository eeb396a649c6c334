import type { PageName } from '../desk/console/desk-pages.ts'
import type { SendAnswer, SendRequest } from '../door/control.ts'
import type { Platform } from '../door/facts.ts'
import type { Inboxes } from '../phone/inboxes.ts'
import type { Phone } from '../phone/phone-state.ts'
import { isDeed, journalledBy } from './journalled.ts'
import { pageParts, until } from './page-parts.ts'
import type { Walkthrough } from './script.ts'

/** What a walkthrough can do: what a developer's server sends and what a finger taps, on the real page. */
export interface Hands {
  /** A fresh world with all its rules, that person's phone, that mini-program at its home page, and nothing open over it. */
  prepare(walkthrough: Walkthrough): Promise<void>
  send(request: SendRequest): Promise<SendAnswer>
  /** What a GET of that path answers. */
  read(path: string): Promise<unknown>
  /** Presses a button of the clock, `+3 days`, and waits until the platform's clock has moved. */
  jump(label: string): Promise<void>
  tapMoreOptions(): Promise<void>
  tapMessages(): Promise<void>
  /** Of the floating window. */
  tapCloseSheet(): Promise<void>
  tapCloseProgram(): Promise<void>
  /** Unless it has left by itself. */
  tapCloseBubble(): Promise<void>
  /** A button of the MiniApp Center's list, by what it does; of one row where its title is given. */
  tapInCenter(act: string, title?: string): Promise<void>
  /** The same of the floating window. */
  tapInWindow(act: string, title?: string): Promise<void>
  /** Until the platform has answered: the first switch of the settings says so. */
  waitForSwitch(state: 'true' | 'false'): Promise<void>
  /** Of the MiniApp Center's list. */
  tapRow(title: string): Promise<void>
  /** Presses the newest button in the journal that mends a refusal by that rule, and waits until the platform knows. */
  mend(rule: string): Promise<void>
  /** A tap on the bubble of that message or, when it has left, on its row behind “•••”. */
  tapBubbleOrRow(title: string): Promise<void>
  /** “•••”, then “Report the latest message”; waits until the platform has the report. */
  reportLatest(): Promise<void>
  /** On the desk's page `capability` or `governance`: shows that mini-program, and waits until it is drawn. */
  showOnDesk(page: PageName, sender: string): Promise<void>
  /** Fills a field of the desk in, by its name. */
  fillOnDesk(field: string, value: string): Promise<void>
  /** Presses a button of the desk that is in sight, by its key, and waits until the platform knows. */
  pressOnDesk(key: string): Promise<void>
  /** Declares what goes wrong from now on. */
  declareFaults(faults: readonly object[]): Promise<void>
  /** Loads the page anew; what stands behind it is never reached. */
  reload(): Promise<never>
}

export interface HandsDoor {
  readonly platform: Platform
  readonly phone: Phone
  readonly inboxes: Inboxes
}

/** Its taps wait for what they tap. */
export function createHands({ platform, phone, inboxes }: HandsDoor): Hands {
  const { control } = platform
  const journalled = journalledBy(platform)
  return {
    async prepare({ person, sender }) {
      await control.reset()
      await control.allRulesOn()
      inboxes.renew()
      await platform.refresh()
      phone.handTo(person)
      await journalled(
        'the use',
        ({ kind }) => kind === 'use',
        () => phone.open(sender),
      )
      await until(() => inboxes.isLive(), 'the connected phone')
    },
    send: (request) => control.send(request),
    read: (path) => control.read(path),
    async jump(label) {
      const button = await pageParts.jumpButton(label)
      await journalled(
        'the jump',
        ({ kind }) => kind === 'clock',
        () => button.click(),
      )
    },
    tapMoreOptions: async () => (await pageParts.moreOptions()).click(),
    tapMessages: async () => (await pageParts.messagesButton()).click(),
    tapCloseSheet: async () => {
      ;(await pageParts.closeSheet()).click()
      await until(() => pageParts.isSheetClosed(), 'the closed sheet')
    },
    tapCloseProgram: async () => (await pageParts.closeProgram()).click(),
    async tapCloseBubble() {
      const button = await pageParts.closeBubble()
      if (button !== 'none') button.click()
    },
    tapInCenter: async (act, title) => (await pageParts.buttonIn('minibell-message-center', act, title)).click(),
    tapInWindow: async (act, title) => (await pageParts.buttonIn('minibell-floating-window', act, title)).click(),
    waitForSwitch: (state) => until(() => pageParts.switchState() === state, `a switch that is ${state}`),
    tapRow: async (title) => (await pageParts.centerRow(title)).click(),
    async mend(rule) {
      const button = await pageParts.mendButton(rule)
      await journalled('the deed', isDeed, () => button.click())
    },
    async tapBubbleOrRow(title) {
      const bubble = pageParts.bubble(title)
      if (bubble) return bubble.click()
      ;(await pageParts.moreOptions()).click()
      ;(await pageParts.messagesButton()).click()
      ;(await pageParts.floatingRow(title)).click()
    },
    async reportLatest() {
      ;(await pageParts.moreOptions()).click()
      const button = await pageParts.hostAction('Report the latest message')
      await journalled(
        'the report',
        ({ path }) => path === '/delivery/v1/reports',
        () => button.click(),
      )
    },
    async showOnDesk(page, sender) {
      ;(await pageParts.deskTab(page)).click()
      const choice = await pageParts.senderChoice(page)
      choice.value = sender
      choice.dispatchEvent(new Event('change'))
      await until(() => pageParts.senderDrawn(page) === sender, `the page ${page} of ${sender}`)
    },
    async fillOnDesk(field, value) {
      const input = await pageParts.deskField(field)
      input.closest('details')?.setAttribute('open', '')
      input.value = value
      input.dispatchEvent(new Event('input'))
    },
    async pressOnDesk(key) {
      const button = await pageParts.deskButton(key)
      await journalled('the deed', isDeed, () => button.click())
    },
    declareFaults: (faults) => control.declareFaults(faults),
    async reload() {
      location.reload()
      return new Promise<never>(() => undefined)
    },
  }
}
