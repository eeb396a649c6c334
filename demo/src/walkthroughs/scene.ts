import type { Eyes } from './eyes.ts'
import type { Claim, Step, Walkthrough } from './script.ts'

/** One claim as it stands. Once it held it stays `held`, since a bubble leaves again; `failed` may still come to hold. */
export type ClaimState =
  | { readonly state: 'waiting' }
  | { readonly state: 'held' }
  | { readonly state: 'failed'; readonly found: string }

/** What the card shows. */
export type Scene =
  | { readonly kind: 'closed' }
  /** A fresh world is made and the steps before the asked one are played. */
  | { readonly kind: 'preparing'; readonly walkthrough: Walkthrough; readonly step: number }
  | StepScene
  | { readonly kind: 'finished'; readonly walkthrough: Walkthrough }

export interface StepScene {
  readonly kind: 'step'
  readonly walkthrough: Walkthrough
  /** From 1. */
  readonly step: number
  readonly claims: readonly ClaimState[]
  readonly acting: boolean
  /** What went wrong while acting. */
  readonly trouble?: string
}

export function freshScene(walkthrough: Walkthrough, step: number): StepScene {
  const claims = stepOf(walkthrough, step).claims.map((): ClaimState => ({ state: 'waiting' }))
  return { kind: 'step', walkthrough, step, claims, acting: false }
}

/** Throws when the walkthrough has no such step. */
export function stepOf(walkthrough: Walkthrough, step: number): Step {
  const found = walkthrough.steps[step - 1]
  if (!found) throw new Error(`Failed to show step ${step} of ${walkthrough.id}: it has ${walkthrough.steps.length}.`)
  return found
}

export function allHeld(scene: StepScene): boolean {
  return scene.claims.every(({ state }) => state === 'held')
}

/** Looks at every claim that has not held yet. What is false stays `waiting` until `patience` is over. */
export async function looked(scene: StepScene, eyes: Eyes, patience: 'left' | 'over'): Promise<readonly ClaimState[]> {
  const { claims } = stepOf(scene.walkthrough, scene.step)
  return Promise.all(
    claims.map(async (claim, at) => {
      const before = scene.claims[at] ?? { state: 'waiting' }
      if (before.state === 'held') return before
      const found = await lookAt(claim, eyes)
      if (found === undefined) return { state: 'held' } as const
      return patience === 'over' || before.state === 'failed' ? ({ state: 'failed', found } as const) : before
    }),
  )
}

/** What was found instead; `undefined` when the claim holds. An eye that cannot look has not seen it hold. */
async function lookAt(claim: Claim, eyes: Eyes): Promise<string | undefined> {
  try {
    const found = await claim.check(eyes)
    return found.holds ? undefined : found.found
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
