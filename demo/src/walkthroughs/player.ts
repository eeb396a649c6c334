import { type Cell, cell } from '../door/cell.ts'
import { addressIn, hashWith, type WalkthroughAddress } from './address.ts'
import { type Bookmark, keepBookmark, readBookmark, type TabMemory } from './bookmark.ts'
import type { Eyes } from './eyes.ts'
import type { Hands } from './hands.ts'
import { allHeld, freshScene, looked, type Scene, type StepScene, stepOf } from './scene.ts'
import type { Walkthrough } from './script.ts'

export interface Player {
  readonly scene: Cell<Scene>
  /** Makes a fresh world and plays up to that step, which then waits. An unknown walkthrough is ignored. */
  start(id: string, step?: number): Promise<void>
  /** Does the step for the person. */
  act(): Promise<void>
  /** To the next step, or to the end. */
  next(): void
  /** Any time; the world stays as it is. */
  leave(): void
  /** Goes on after a reload, or follows the address that the page was opened with. */
  resume(): Promise<void>
  /** The address was changed by hand: goes where it says, unless that is where it is. */
  follow(): Promise<void>
}

export interface PlayerDoor {
  readonly walkthroughs: readonly Walkthrough[]
  readonly hands: Hands
  readonly eyes: Eyes
  readonly memory: TabMemory
  readonly address: { read(): string; write(hash: string): void }
  pause(ms: number): Promise<void>
}

/** How often claims are looked at, and how long after acting one may still become true. */
const glanceMs = 120
const patienceMs = 5_000

export function createPlayer(door: PlayerDoor): Player {
  const { hands, eyes, memory, address } = door
  const scene = cell<Scene>({ kind: 'closed' })
  /** Each start, act, next and leave takes a turn; what belongs to an older one stops. */
  let turn = 0

  const goTo = (place: WalkthroughAddress | undefined): void => address.write(hashWith(address.read(), place))
  const stepScene = (mine: number): StepScene | undefined => {
    const now = scene.get()
    return mine === turn && now.kind === 'step' ? now : undefined
  }
  const look = async (mine: number, patience: 'left' | 'over'): Promise<void> => {
    const before = stepScene(mine)
    if (!before) return
    const claims = await looked(before, eyes, patience)
    const now = stepScene(mine)
    if (now && JSON.stringify(claims) !== JSON.stringify(now.claims)) scene.set({ ...now, claims })
  }
  /** While a step is shown and nobody acts for the person: it may be done by hand. */
  const watch = async (mine: number): Promise<void> => {
    for (let now = stepScene(mine); now && !now.acting && !allHeld(now); now = stepScene(mine)) {
      await look(mine, 'left')
      await door.pause(3 * glanceMs)
    }
  }
  const show = (mine: number, walkthrough: Walkthrough, bookmark: Bookmark): void => {
    scene.set(freshScene(walkthrough, bookmark.step))
    goTo({ id: bookmark.id, step: bookmark.goal })
    keepBookmark(memory, bookmark)
    void watch(mine)
  }
  /** Whether every claim held before patience was over. */
  const prove = async (mine: number): Promise<boolean> => {
    for (let waitedMs = 0; ; waitedMs += glanceMs) {
      await look(mine, waitedMs >= patienceMs ? 'over' : 'left')
      const now = stepScene(mine)
      if (!now || allHeld(now)) return now !== undefined
      if (waitedMs >= patienceMs) return false
      await door.pause(glanceMs)
    }
  }
  const perform = async (mine: number, goal: number): Promise<boolean> => {
    const now = stepScene(mine)
    if (!now) return false
    const { trouble: _, ...calm } = now
    scene.set({ ...calm, acting: true })
    keepBookmark(memory, { id: now.walkthrough.id, step: now.step, goal, acted: true })
    const trouble = await stepOf(now.walkthrough, now.step)
      .act(hands)
      .then(() => undefined, messageOf)
    const done = trouble === undefined && (await prove(mine))
    const after = stepScene(mine)
    if (after) scene.set({ ...after, acting: false, ...(trouble !== undefined && { trouble }) })
    void watch(mine)
    return done
  }
  /** Stops where a claim fails, so that it is seen. */
  const play = async (
    mine: number,
    walkthrough: Walkthrough,
    way: { readonly from: number; readonly goal: number },
  ) => {
    const { id } = walkthrough
    for (let step = way.from; step < way.goal; step += 1) {
      if (mine !== turn) return
      show(mine, walkthrough, { id, step, goal: way.goal, acted: false })
      if (!(await perform(mine, way.goal))) return
    }
    if (mine === turn) show(mine, walkthrough, { id, step: way.goal, goal: way.goal, acted: false })
  }
  const start = async (id: string, step = 1): Promise<void> => {
    const walkthrough = door.walkthroughs.find((one) => one.id === id)
    if (!walkthrough) return
    turn += 1
    const mine = turn
    const goal = Math.min(step, walkthrough.steps.length)
    keepBookmark(memory, undefined)
    scene.set({ kind: 'preparing', walkthrough, step: goal })
    goTo({ id, step: goal })
    await hands.prepare(walkthrough)
    await play(mine, walkthrough, { from: 1, goal })
  }
  const close = (end: Scene): void => {
    turn += 1
    goTo(undefined)
    keepBookmark(memory, undefined)
    scene.set(end)
  }

  return {
    scene,
    start,
    async act() {
      const now = scene.get()
      turn += 1
      if (now.kind === 'step') await perform(turn, now.step)
    },
    next() {
      const now = scene.get()
      if (now.kind !== 'step') return
      const { walkthrough, step } = now
      if (step >= walkthrough.steps.length) return close({ kind: 'finished', walkthrough })
      turn += 1
      show(turn, walkthrough, { id: walkthrough.id, step: step + 1, goal: step + 1, acted: false })
    },
    leave: () => close({ kind: 'closed' }),
    async follow() {
      const asked = addressIn(address.read())
      if (asked && readBookmark(memory)?.goal !== asked.step) await start(asked.id, asked.step)
      else if (asked && readBookmark(memory)?.id !== asked.id) await start(asked.id, asked.step)
    },
    async resume() {
      const asked = addressIn(address.read())
      if (!asked) return
      const kept = readBookmark(memory)
      const walkthrough = door.walkthroughs.find(({ id }) => id === asked.id)
      if (!walkthrough || kept?.id !== asked.id || kept.goal !== asked.step) return start(asked.id, asked.step)
      const isMeant = kept.acted && stepOf(walkthrough, kept.step).reloads === true
      // Somebody reloaded in the middle of a play: what a claim would look for may be gone.
      if (!isMeant && kept.goal !== kept.step) return start(asked.id, asked.step)
      turn += 1
      const mine = turn
      show(mine, walkthrough, kept)
      if (!isMeant || !(await prove(mine)) || kept.goal === kept.step) return
      await play(mine, walkthrough, { from: kept.step + 1, goal: kept.goal })
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
