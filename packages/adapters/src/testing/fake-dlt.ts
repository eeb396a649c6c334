import type { DltApi } from '../dlt/api.ts'
import { globalsOf, requests, type ThreadGlobals, taskOf } from './fake-wx.ts'
import { createGround, type FakeOptions, type Ground, type MiniProgram } from './mini-program.ts'

/** A host that is not there: what its logic thread has, and levers. */
export interface FakeDlt {
  readonly globals: ThreadGlobals & { readonly dlt: DltApi }
  readonly levers: MiniProgram
}

/** What of `dlt` no document names: with it, or without. */
export interface FakeDltOptions extends FakeOptions {
  readonly sockets?: 'none' | 'as WeChat'
  readonly uniqueId?: string
}

/**
 * Transsion's `dlt` as its public pages have it: object callbacks, bare callbacks and promises side by side, success told by the text
 * "true". Whatever they do not say is a guess, listed in docs/discoveries/dlt.md.
 */
export function fakeDlt(options: FakeDltOptions): FakeDlt {
  const { sockets = 'none', uniqueId = 'u_amina' } = options
  const ground = createGround(options, {
    failure: (_, why) => ({ success: 'false', message: why }),
    success: (_, answer) => ({ ...answer, success: 'true' }),
    limits: { keyBytes: 200_000, allBytes: 10 * 1024 * 1024 },
    requests: 6,
    pagesKeep: 'options',
    missing: {},
  })
  const { shared } = ground
  const request = requests(ground, ({ status, headers, body }) => ({ status, headers, data: body }))
  const promised: Record<string, unknown> = {}
  for (const name of ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch']) promised[name] = byPromise(shared[name])
  const dlt = {
    ...shared,
    ...promised,
    request,
    // A failure comes by the same way, as an answer.
    getStorageInfo: byBareCallback(shared['getStorageInfo']),
    getUniqueId: byBareCallback(ground.offer('getUniqueId', () => ({ uniqueId }))),
    ...(sockets === 'as WeChat' && { connectSocket: socketTask(ground) }),
  }
  return { globals: { ...globalsOf(ground), dlt }, levers: ground.levers }
}

type Offered = (options: object) => void

/** Callbacks are not called; what would go to `fail` rejects. */
function byPromise(offered: unknown) {
  return (options: object) => new Promise((success, fail) => (offered as Offered)({ ...options, success, fail })) // made by `offer`
}

function byBareCallback(offered: unknown) {
  return (callback: (answer: object) => void) => (offered as Offered)({ success: callback, fail: callback }) // made by `offer`
}

function socketTask({ network }: Ground) {
  const words = { message: (data: unknown) => ({ data }), closed: (code: number, reason: string) => ({ code, reason }) }
  return ({ url }: { readonly url: string }) => taskOf(network.connect(url), words)
}
