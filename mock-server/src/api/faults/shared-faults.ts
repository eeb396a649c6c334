import { type Key, keyOf, type Processes, seeded } from '../../platform/index.ts'
import type { Fault, Faults } from './fault.ts'
import { type Counted, matches, statesOf, struckBy, uncounted } from './faults.ts'

interface Plan {
  readonly seed: number
  readonly rows: readonly Counted[]
  /** How many numbers of the seed were used. */
  readonly draws: number
}

const planKey: Key<Plan> = keyOf('plan')
const noPlan: Plan = { seed: 0, rows: [], draws: 0 }

/** Faults of all processes over one store, counted to the request wherever it comes in. They go with the world. */
export function sharedFaults({ room, tell, onTold }: Processes): Faults {
  const kept = room('faults')
  const read = (): Promise<Plan> => kept.write(async (transaction) => (await transaction.get(planKey)) ?? noPlan)
  let rows: readonly Counted[] = []
  let ready: Promise<void> | undefined
  const reload = async (): Promise<void> => {
    rows = (await read()).rows
    ready = undefined
  }
  const put: Faults['put'] = async (seed, faults) => {
    await kept.write(async (transaction) => transaction.put(planKey, { seed, rows: faults.map(uncounted), draws: 0 }))
    await reload()
    await tell()
  }
  const strike = (route: string): Promise<Fault | undefined> =>
    kept.write(async (transaction) => {
      const plan = (await transaction.get(planKey)) ?? noPlan
      const counted = plan.rows.map((row) => ({ ...row }))
      const { random, draws } = from(plan)
      const fault = struckBy(counted, route, random)
      transaction.put(planKey, { seed: plan.seed, rows: counted, draws: draws() })
      return fault
    })
  const isMeant = (route: string): boolean =>
    !route.startsWith('control.') && rows.some(({ fault }) => matches(fault.route, route))

  onTold(reload)
  ready = reload().catch(() => undefined)
  return {
    put,
    clear: () => put(0, []),
    async list() {
      const { seed, rows: now } = await read()
      return { seed, faults: statesOf(now) }
    },
    take(route) {
      if (ready) return ready.then(() => (isMeant(route) ? strike(route) : undefined))
      return isMeant(route) ? strike(route) : undefined
    },
  }
}

/** The seed's numbers from where the last request left off. */
function from({ seed, draws }: Plan): { readonly random: () => number; readonly draws: () => number } {
  const next = seeded(seed)
  for (let used = 0; used < draws; used += 1) next()
  let used = draws
  return {
    random() {
      used += 1
      return next()
    },
    draws: () => used,
  }
}
