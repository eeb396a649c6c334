import type { SenderRecord } from '@minibell/mock'
import type { Launch, Navigator, Page } from '@minibell/ports'
import { type Cell, cell } from '../door/cell.ts'
import { backed, pushed, relaunched, replaced, type Stack, tabbed } from './stack.ts'

/** What the phone shows. */
export interface PhoneState {
  /** Whose phone it is. */
  readonly person: string
  /** The mini-program in front; `undefined`: the MiniApp Center. */
  readonly front: string | undefined
  /** Open mini-programs by sender; a closed one keeps its pages, as hosts do. */
  readonly stacks: Readonly<Record<string, Stack>>
}

export interface Phone {
  readonly state: Cell<PhoneState>
  /** Brings a mini-program to the front: where it was, or at `page`. Rejects for an unknown mini-program or page. */
  open(sender: string, page?: Page): Promise<void>
  /** The MiniApp Center comes to the front. */
  close(): void
  back(): void
  /** Another person's phone: the mini-program in front stays, at its home page. */
  handTo(person: string): void
  /** The `Navigator` port of one mini-program, or of the Center when no sender is named. */
  navigator(sender?: string): Navigator
  /** Called after a mini-program came to the front by a launch: host and platform count that as a use (MA-4). */
  readonly launched: Cell<Launched | undefined>
}

export interface Launched {
  readonly sender: string
  readonly person: string
  /** Set where a message was followed. */
  readonly launch?: Launch
}

/** `senders` is asked each time, so that a world that was replaced counts at once. */
export function createPhone(first: PhoneState, senders: () => readonly SenderRecord[]): Phone {
  const state = cell(settled(first, senders()))
  const launched = cell<Launched | undefined>(undefined)
  const manifest = (sender: string) => {
    const record = senders().find((known) => known.id === sender)
    if (!record) throw new Error(`Failed to open the mini-program ${sender}: the platform has none of that name.`)
    return record.pages
  }
  const stackOf = (sender: string): Stack => state.get().stacks[sender] ?? []
  const show = (sender: string, stack: Stack): void => {
    const { stacks } = state.get()
    state.set({ ...state.get(), front: sender, stacks: { ...stacks, [sender]: stack } })
  }
  const home = (sender: string): Page => ({ path: manifest(sender)[0]?.path ?? '', query: {} })

  const open = async (sender: string, page?: Page, launch?: Launch): Promise<void> => {
    const kept = stackOf(sender)
    show(sender, page || kept.length === 0 ? opened(page ?? home(sender), manifest(sender)) : kept)
    launched.set({ sender, person: state.get().person, ...(launch && { launch }) })
  }

  return {
    state,
    launched,
    open: (sender, page) => open(sender, page),
    close: () => state.set({ ...state.get(), front: undefined }),
    back() {
      const { front } = state.get()
      if (front) show(front, backed(stackOf(front)))
    },
    handTo(person) {
      const { front } = state.get()
      state.set({ person, front, stacks: front ? { [front]: opened(home(front), manifest(front)) } : {} })
    },
    navigator: (own) => ({
      current: () => stackOf(own ?? '').at(-1),
      depth: () => stackOf(own ?? '').length,
      push: async (page) => show(need(own), pushed(stackOf(need(own)), page, manifest(need(own)))),
      replace: async (page) => show(need(own), replaced(stackOf(need(own)), page, manifest(need(own)))),
      tab: async (page) => show(need(own), tabbed(page, manifest(need(own)))),
      relaunch: async (page) => show(need(own), relaunched(page, manifest(need(own)))),
      launch: (launch) => open(launch.sender, launch.page, launch),
    }),
  }
}

/** What a remembered place still means: an unknown mini-program is left for the Center, an unknown page for its home. */
function settled(first: PhoneState, senders: readonly SenderRecord[]): PhoneState {
  const sender = senders.find(({ id }) => id === first.front)
  const [home] = sender?.pages ?? []
  if (!sender || !home) return { ...first, front: undefined, stacks: {} }
  const page = first.stacks[sender.id]?.at(-1) ?? { path: home.path, query: {} }
  const isKnown = sender.pages.some(({ path }) => path === page.path)
  const stack = opened(isKnown ? page : { path: home.path, query: {} }, sender.pages)
  return { ...first, stacks: { [sender.id]: stack } }
}

function opened(page: Page, manifest: SenderRecord['pages']): Stack {
  const first = manifest[0]
  const below = first && first.path !== page.path && !tabOf(page, manifest) ? [{ path: first.path, query: {} }] : []
  return [...below, ...relaunched(page, manifest)]
}

function tabOf(page: Page, manifest: SenderRecord['pages']): boolean {
  return manifest.some((entry) => entry.path === page.path && entry.tab === true)
}

function need(sender: string | undefined): string {
  if (sender === undefined)
    throw new Error('Failed to navigate: the MiniApp Center has no pages of its own. Launch the mini-program.')
  return sender
}
