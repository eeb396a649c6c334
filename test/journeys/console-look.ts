import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../tools/chromium.ts'
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
import { type ServedDemo, servedDemo } from './stage/served-demo.ts'

// `npm run console:look [-- FOLDER]`: axe on every state of the console in every look, and a picture of each into the folder.

const [folder] = process.argv.slice(2)
const browser = await launchChromium()
const counts = { passed: 0, failed: 0 }

await lookAt(fullStates, fill)
await lookAt(emptyStates, clear)
await browser.close()
console.info(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

async function lookAt(states: readonly ConsoleState[], prepare: (demo: ServedDemo) => Promise<void>): Promise<void> {
  const demo = await servedDemo()
  await prepare(demo)
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const visit = await openConsole(browser, demo.url)
  for (const state of states) {
    for (const look of looks) {
      const faults = await faultsIn(visit, state, look)
      const name = `${state.name}-${look.name}`
      if (folder !== undefined) await visit.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
      await leave(visit)
      counts[faults.length === 0 ? 'passed' : 'failed'] += 1
      if (faults.length > 0) console.info(`${name}: ${faults.join('; ')}`)
    }
  }
  await visit.close()
  await demo.close()
}
