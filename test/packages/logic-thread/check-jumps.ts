import { readFileSync } from 'node:fs'
import type { Inbox } from '@minibell/client'
import { fakePlatform, sampleAdded, sampleMessage } from '@minibell/client/testing'
import type { Http, Socket } from '@minibell/ports'
import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { root } from '../../tools/files.ts'
import { app, type Phone, send } from './phone.ts'

/** Where a phone's requests and sockets lead when it is not the mock. */
export interface Elsewhere {
  readonly http: Http
  readonly socket: Socket
}

/** JR-1 to JR-12 of a whole client on one host, against the mock: send, arrive, tap, land. `make` gives a fresh phone. */
export function checkJumps(host: string, make: (elsewhere?: Elsewhere) => Promise<Phone>): void {
  const detail = { path: 'pages/bill/detail', query: { id: '2041' } }

  /** A phone with one message on it. */
  async function received(jumpUrl = 'pages/bill/detail?id=2041', over: Parameters<Phone['start']>[0] = {}) {
    const phone = await make()
    const inbox = await phone.start(over)
    expect(await send(phone, jumpUrl)).toBe(0)
    const itemId = inbox.getSnapshot().at(0)?.id ?? 'nothing arrived'
    const opened = () => phone.mock.journal().filter((row) => JSON.stringify(row).includes('"opened"')).length
    return { ...phone, phone, inbox, itemId, opened, top: () => phone.levers.pages().slice(-1)[0] }
  }
  const unread = (inbox: Inbox) => inbox.getSnapshot().unread

  test(`JR-1 on ${host}: a page is pushed with its query; JR-11: then it is opened, and the platform hears of it`, async () => {
    const { inbox, itemId, levers, opened, time, settle, top } = await received()
    const before = [levers.pages().length, unread(inbox), opened()]
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'opened' })
    await time.advance(2_000)
    await settle()
    expect([before, levers.pages().length, top(), unread(inbox)]).toEqual([[1, 1, 0], 2, detail, 0])
    expect(opened()).toBeGreaterThan(0)
  })

  test(`JR-2 on ${host}: a tab page is switched to, and takes its query from the store, once`, async () => {
    const { inbox, itemId, levers, ports } = await received('pages/bills/index?from=message&n=1%2B1')
    await ports.navigator.push(detail)
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'opened' })
    expect(levers.pages()).toEqual([{ path: 'pages/bills/index', query: {} }])
    const taken = [ports.navigator.takeQuery('pages/bills/index'), ports.navigator.takeQuery('pages/bills/index')]
    expect(taken).toEqual([{ from: 'message', n: '1+1' }, undefined])
  })

  test(`JR-3 on ${host}: on a full stack the shown page is replaced`, async () => {
    const { inbox, itemId, levers, ports, top } = await received()
    for (let n = 0; n < 9; n += 1) await ports.navigator.push({ path: 'pages/meter/reading', query: { n: `${n}` } })
    expect(levers.pages()).toHaveLength(10)
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'opened' })
    expect([levers.pages().length, top()]).toEqual([10, detail])
  })

  test(`JR-4 on ${host}: the open page is not opened twice, another query of it is`, async () => {
    const { inbox, itemId, levers, ports, phone, top } = await received()
    await ports.navigator.push(detail)
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'opened' })
    expect([levers.pages().length, unread(inbox)]).toEqual([2, 0])
    await send(phone, 'pages/bill/detail?id=2042', 'Meter reading wanted')
    await inbox.open(inbox.getSnapshot().at(0)?.id ?? '')
    expect([levers.pages().length, top()]).toEqual([3, { ...detail, query: { id: '2042' } }])
  })

  test(`JR-5 on ${host}: from the Center the sender is launched with path, query, scene and referrer`, async () => {
    const session = { getToken: () => 'demo-host-amina', scope: { kind: 'host' } as const }
    const { inbox, itemId, levers } = await received('pages/bill/detail?id=2041&q=1%202', {
      session,
      router: { sender: 'center', scene: 1014 },
    })
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'opened' })
    expect([levers.pages().length, levers.launched()]).toEqual([
      1,
      [
        {
          appId: 'app-of-kijani',
          path: 'pages/bill/detail?id=2041&q=1%202',
          extraData: { scene: 1014, referrer: { from: 'message', itemId } },
        },
      ],
    ])
  })

  test(`JR-6 on ${host}: a query is decoded exactly once: =, &, +, empty, bare, Unicode, a % that means itself`, async () => {
    const { inbox, itemId, top } = await received(
      'pages/bill/detail?a=1%3D2%263&b=&bare&c=%E4%B8%AD+%F0%9F%98%80&d=%2541&e=100%',
    )
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'opened' })
    expect(top()?.query).toEqual({ a: '1=2&3', b: '', bare: '', c: '中+😀', d: '%41', e: '100%' })
  })

  test(`JR-7 on ${host}: a page that this version of the app lacks is told and leads nowhere, or home`, async () => {
    const { inbox, itemId, levers } = await received('pages/help/index')
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'not-found', jump: { path: 'pages/help/index' } })
    expect([levers.pages().length, unread(inbox)]).toEqual([1, 1])
    const other = await received('pages/help/index', { router: { home: 'pages/meter/reading' } })
    expect(await other.inbox.open(other.itemId)).toMatchObject({ outcome: 'opened' })
    expect(other.levers.pages()).toEqual([{ path: 'pages/meter/reading', query: {} }])
  })

  test(`JR-8 on ${host}: a double tap jumps once`, async () => {
    const { inbox, itemId, levers } = await received()
    const taps = await Promise.all([inbox.open(itemId), inbox.open(itemId)])
    expect([taps.map(({ outcome }) => outcome), levers.pages().length]).toEqual([['opened', 'busy'], 2])
  })

  test(`JR-9 on ${host}: what was withdrawn says so and does not jump`, async () => {
    const { inbox, itemId, levers, mock, settle } = await received()
    await mock.fetch(`http://platform.test/control/v1/items/${itemId}/withdraw`, { method: 'POST', body: '{}' })
    await settle()
    expect(await inbox.open(itemId)).toEqual({ outcome: 'gone', itemId, reason: 'withdrawn' })
    expect([levers.pages().length, inbox.getSnapshot().length]).toEqual([1, 0])
  })

  test(`JR-9 on ${host}: neither does what expired, nor what a removed mini-program sent, although that stays listed`, async () => {
    const { inbox, itemId, levers, mock, settle } = await received()
    const body = JSON.stringify({ reason: 'It asked for passwords.' })
    await mock.fetch('http://platform.test/control/v1/senders/kijani/remove', { method: 'POST', body })
    await settle()
    expect(await inbox.open(itemId)).toEqual({ outcome: 'gone', itemId, reason: 'removed' })
    expect([levers.pages().length, inbox.getSnapshot().length]).toEqual([1, 1])

    const platform = fakePlatform(virtualTime())
    const phone = await make(platform)
    const other = await phone.start()
    platform.append(sampleAdded('short'))
    await phone.settle()
    platform.append({ type: 'expired', itemId: 'short' })
    await phone.settle()
    expect(await other.open('short')).toEqual({ outcome: 'gone', itemId: 'short', reason: 'expired' })
    expect(phone.levers.pages()).toHaveLength(1)
  })

  test(`JR-10 on ${host}: beforeJump holds, resumes and cancels`, async () => {
    let resume: (answer: unknown) => void = () => {}
    const beforeJump = () =>
      new Promise((resolve) => {
        resume = resolve
      })
    const { inbox, itemId, levers, settle, top } = await received(undefined, { router: { beforeJump } })
    const refused = inbox.open(itemId)
    await settle()
    resume(false)
    expect([await refused, levers.pages().length, unread(inbox)]).toMatchObject([{ outcome: 'cancelled' }, 1, 1])
    const allowed = inbox.open(itemId)
    await settle()
    expect(levers.pages()).toHaveLength(1)
    resume(true)
    expect([await allowed, top()]).toMatchObject([{ outcome: 'opened' }, detail])
  })

  test(`JR-11 on ${host}: a navigation that the host refuses is reported and leaves the item unopened`, async () => {
    const { inbox, itemId, levers, opened, time, settle } = await received()
    levers.refuse('page is being animated')
    const outcome = await inbox.open(itemId)
    await time.advance(2_000)
    await settle()
    expect([outcome.outcome, unread(inbox), opened()]).toEqual(['failed', 1, 0])
    expect(outcome.outcome === 'failed' && Object(outcome.error).message).toContain('page is being animated')
    levers.refuse()
    expect(await inbox.open(itemId)).toMatchObject({ outcome: 'opened' })
  })

  test(`JR-12 on ${host}: no hostile jump URL reaches a person, and no hostile page of a broken platform is opened`, async () => {
    const phone = await make()
    const inbox = await phone.start()
    const texts: { text: string; padTo?: number }[] = JSON.parse(readFileSync(corpus, 'utf8'))
    const hostile = texts.filter(({ padTo }) => !padTo).map(({ text }) => text)
    for (const text of hostile.filter((_, at) => at % 12 === 0))
      expect([text, await send(phone, text)]).not.toEqual([text, 0])
    expect([hostile.length > 100, inbox.getSnapshot().length]).toEqual([true, 0])

    const platform = fakePlatform(virtualTime())
    for (const [at, path] of hostile.entries()) {
      platform.log.append(sampleAdded(`h${at}`, { message: sampleMessage({ path, query: {} }) }))
    }
    const broken = await make(platform)
    const other = await broken.start()
    for (const at of hostile.keys()) {
      const { outcome } = await other.open(`h${at}`)
      if (outcome !== 'not-found') expect([hostile[at], outcome]).toEqual([hostile[at], 'gone'])
    }
    expect(broken.levers.pages()).toEqual([{ path: app.pages[0], query: {} }])
  })
}

const corpus = `${root}/packages/protocol/src/jump-url/corpus/hostile.json`
