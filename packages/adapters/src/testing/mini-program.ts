import type { Timers } from '@minibell/ports'
import { createKept, type Limits } from './kept.ts'
import { createNetwork, type FarSide, type Network } from './network.ts'
import { createPageStack, type FakeApp, type FakePage, type PageStack } from './page-stack.ts'
import { createThread, type Thread } from './thread.ts'

/** What a fake host is made of. */
export interface FakeOptions extends FarSide {
  readonly app: FakeApp
  /** Its `setTimeout` and the seconds until a hidden app stands still; `virtualTime()` makes both a test's own. */
  readonly timers: Timers
}

/** What a person and their phone do to a mini-program, and what came of it. */
export interface MiniProgram {
  /** The page stack, the shown page last. */
  readonly pages: readonly FakePage[]
  /** Other mini-programs that were launched, oldest first. */
  readonly launched: readonly object[]
  readonly entries: Map<string, string>
  /** Where the capsule button is; zeros until the host knows. */
  capsule: { left: number; top: number; width: number; height: number }
  /** Five seconds later the thread stands still: sockets are cut, requests interrupted. */
  hide(): void
  show(): void
  network(state: 'online' | 'offline'): void
  resize(): void
  back(): void
  /** The next calls of that function fail with these words, until it is called without. */
  fail(name: string, why?: string): void
}

/** How one host differs: the words of its answers, its limits. */
export interface Wording {
  failure(name: string, why: string): object
  success(name: string, answer: object): object
  readonly limits: Limits
  readonly requests: number
  readonly pagesKeep: 'options' | 'nothing'
  /** What `getStorage` answers where there is nothing; absent: it fails. */
  readonly missing?: object
}

/** What dialects build their namespace from. */
export interface Ground {
  readonly thread: Thread
  readonly network: Network
  readonly levers: MiniProgram
  readonly wording: Wording
  /** A function that answers by callbacks, never before it has returned. */
  offer<Options>(name: string, act: (options: Options) => unknown): (options?: Options & Callbacks) => void
  /** The functions whose shape all hosts share. */
  readonly shared: Readonly<Record<string, unknown>>
}

interface Callbacks {
  readonly success?: (answer: object) => void
  readonly fail?: (failure: object) => void
}

export function createGround(options: FakeOptions, wording: Wording): Ground {
  const thread = createThread(options.timers)
  const kept = createKept(wording.limits)
  const stack = createPageStack(options.app, wording.pagesKeep)
  const failing = new Map<string, string>()
  const hearing = { network: [] as ((change: object) => void)[], resize: [] as (() => void)[] }
  const launched: object[] = []
  let isConnected = true

  const offer: Ground['offer'] = (name, act) => (given) => {
    const { success, fail } = (given || {}) as Callbacks // what it is beside them is the function's own matter
    const why = failing.get(name)
    const run = async (): Promise<unknown> => {
      if (why) throw new Error(why)
      return act(given as never) // a host does not look either
    }
    run().then(
      (answer) => thread.run(() => success && success(wording.success(name, Object(answer)))),
      (error) => thread.run(() => fail && fail(error.raw || wording.failure(name, error.message))),
    )
  }

  const levers: MiniProgram = {
    get pages() {
      return stack.pages
    },
    launched,
    entries: kept.entries,
    capsule: { left: 281, top: 48, width: 87, height: 32 },
    hide: thread.hide,
    show: thread.show,
    network(state) {
      isConnected = state === 'online'
      for (const listener of hearing.network) listener({ isConnected, networkType: isConnected ? 'wifi' : 'none' })
    },
    resize() {
      for (const listener of hearing.resize) listener()
    },
    back: stack.back,
    fail(name, why) {
      if (why) failing.set(name, why)
      else failing.delete(name)
    },
  }

  const shared = {
    ...routes(stack, offer),
    navigateToMiniProgram: offer(
      'navigateToMiniProgram',
      ({ appId, path, extraData }: Readonly<Record<string, unknown>>) => {
        launched.push({ appId, path, extraData })
      },
    ),
    getStorage: offer('getStorage', ({ key }: Key) => {
      const data = kept.entries.get(key)
      if (data === undefined && !wording.missing) throw new Error('data not found')
      return data === undefined ? wording.missing : { data }
    }),
    setStorage: offer('setStorage', ({ key, data }: Key & { readonly data: unknown }) => kept.set(key, data)),
    removeStorage: offer('removeStorage', ({ key }: Key) => void kept.entries.delete(key)),
    getStorageInfo: offer('getStorageInfo', () => ({ keys: Array.from(kept.entries.keys()) })),
    onAppShow: thread.onShow,
    onAppHide: thread.onHide,
    onNetworkStatusChange: (listener: (change: object) => void) => void hearing.network.push(listener),
    onWindowResize: (listener: () => void) => void hearing.resize.push(listener),
    getNetworkType: offer('getNetworkType', () => ({ networkType: isConnected ? 'wifi' : 'none' })),
    getMenuButtonBoundingClientRect: () => levers.capsule,
  }
  const most = { requests: wording.requests, sockets: 5 }
  return { thread, network: createNetwork(options, thread, most), levers, wording, offer, shared }
}

function routes(stack: PageStack, offer: Ground['offer']): Readonly<Record<string, unknown>> {
  const names = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'] as const
  const made: Record<string, unknown> = {}
  for (const name of names) made[name] = offer(name, ({ url }: { readonly url: string }) => stack.go(name, url))
  return made
}

interface Key {
  readonly key: string
}
