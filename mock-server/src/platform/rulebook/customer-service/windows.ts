import type { CustomerRuleSet, Scene, WindowRule } from './rule-sets.ts'

/** What one action allows. It keeps count and end of the revision under which it was opened (CS-8). */
export interface CustomerWindow {
  readonly scene: Scene
  readonly rules: CustomerRuleSet['name']
  readonly openedAt: number
  /** The first instant at which it is over. */
  readonly until: number
  /** Messages that may still be sent; absent: any number. */
  readonly left?: number
}

/** Everything that one user's actions left at one account. */
export interface CustomerState {
  readonly windows: readonly CustomerWindow[]
  /** The last action that opens a window anywhere, whether it did or not. */
  readonly lastAction?: { readonly scene: Scene; readonly at: number }
  /** CS-7: what was sent since that action, newest last. */
  readonly sent?: readonly { readonly at: number; readonly text: string }[]
  /** Traffic in either direction. */
  readonly activeAt?: number
  readonly typingUntil?: number
}

export const emptyState: CustomerState = { windows: [] }

/** Those that are not over. */
export function openWindows({ windows }: CustomerState, now: number): readonly CustomerWindow[] {
  return windows.filter(({ openedAt, until }) => openedAt <= now && now < until)
}

export function hasRoom({ left }: CustomerWindow): boolean {
  return left === undefined || left > 0
}

/**
 * After an action. Windows do not add up: a second one of the same scene lifts what is left and the end to the larger value. One of
 * an earlier revision stays beside it (CS-8).
 */
export function withWindow(
  state: CustomerState,
  now: number,
  opened: { readonly scene: Scene; readonly rules: CustomerRuleSet['name']; readonly rule: WindowRule },
): CustomerState {
  const { scene, rules, rule } = opened
  const live = openWindows(state, now)
  const same = live.find((window) => window.scene === scene && window.rules === rules)
  const made: CustomerWindow = {
    scene,
    rules,
    openedAt: now,
    until: Math.max(now + rule.forMs, same?.until ?? 0),
    ...(rule.messages !== undefined && { left: Math.max(rule.messages, same?.left ?? 0) }),
  }
  return { ...state, windows: [...live.filter((window) => window !== same), made] }
}

/** One message is taken from the window that is over first. */
export function spent(state: CustomerState, now: number): CustomerState {
  const live = openWindows(state, now)
  const from = [...live].sort((one, other) => one.until - other.until).find(hasRoom)
  const windows = live.map((window) =>
    window === from && window.left !== undefined ? { ...window, left: window.left - 1 } : window,
  )
  return { ...state, windows }
}
