// @vitest-environment jsdom
import { webHost } from '@minibell/adapters/web'
import * as parts from '@minibell/client'
import { virtualTime } from '@minibell/ports'
import { formatQuery } from '@minibell/protocol'
import { afterEach, vi } from 'vitest'
import { checkJumps, type Elsewhere } from './check-jumps.ts'
import { app, mockOf, type Phone, settled, start } from './phone.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

checkJumps('web', webPhone)

/** A page of a browser, whose stack is the browser's history: only the page that is shown can be asked. */
async function webPhone(elsewhere?: Elsewhere): Promise<Phone> {
  const time = virtualTime()
  const mock = await mockOf(time)
  const { http = mock.http, socket = mock.socket } = elsewhere ?? {}
  history.replaceState(null, '', `#/${app.pages[0]}`)
  const launched: object[] = []
  const web = webHost({
    launch: ({ sender, page, scene, referrer }) => {
      const path = `${page.path}?${formatQuery(page.query)}`
      launched.push({ appId: `app-of-${sender}`, path, extraData: { scene, referrer } })
    },
  })
  const ports = { ...web, http, socket, timers: time, clock: time, random: () => 0.5 }
  const pages = () => {
    const shown = web.navigator.current()
    return Array.from({ length: web.navigator.depth() }, () => shown ?? { path: '', query: {} })
  }
  const refuse = (why?: string) => {
    vi.restoreAllMocks()
    if (!why) return
    const fail = () => {
      throw new Error(why)
    }
    vi.spyOn(history, 'pushState').mockImplementation(fail)
    vi.spyOn(history, 'replaceState').mockImplementation(fail)
  }
  localStorage.clear()
  const settle = () => settled(time)
  const levers = { pages, launched: () => launched, refuse }
  const phone = { time, mock, parts, ports, levers, settle }
  return { ...phone, start: (given) => start(phone, given) }
}
