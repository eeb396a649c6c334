import { expect, test } from 'vitest'
import {
  type ConsoleState,
  clear,
  emptyStates,
  faultsIn,
  fill,
  fullStates,
  leave,
  looks,
} from './stage/console-states.ts'
import { openConsole } from './stage/operator-visit.ts'
import { demos } from './stage/visits.ts'

// Every state once, in turns light and dark, on a laptop and a phone, in forced colours. `npm run console:look` asks every state in every look.

const stage = demos()

test('axe finds nothing in any state of the console, and nothing is wider than the screen', async () => {
  await fill(stage.demo)
  expect(await faultsOfAll(fullStates, 0)).toEqual([])
})

test('every page of an empty world teaches, and axe finds nothing there', async () => {
  await clear(stage.demo)
  expect(await faultsOfAll(emptyStates, 1)).toEqual([])
})

async function faultsOfAll(states: readonly ConsoleState[], first: number): Promise<readonly string[]> {
  const visit = await openConsole(stage.browser, stage.demo.url)
  const found: string[] = []
  for (const [at, state] of states.entries()) {
    const look = looks[(at + first) % looks.length]
    if (!look) throw new Error('There is no look.')
    const faults = await faultsIn(visit, state, look)
    await leave(visit)
    found.push(...faults.map((fault) => `${state.name}, ${look.name}: ${fault}`))
  }
  await visit.close()
  return found
}
