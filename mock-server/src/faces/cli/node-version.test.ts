import { expect, test } from 'vitest'
import { nodeFault } from './node-version.ts'

test.each(['22.13.0', '22.20.1', '24.0.0', '26.1.0'])('starts on Node %s', (version) => {
  expect(nodeFault(version)).toBeUndefined()
})

test.each(['22.12.0', '20.20.2', '18.0.0'])('Node %s gets one sentence', (version) => {
  expect(nodeFault(version)).toBe(
    `Failed to start: this is Node ${version}, and Minibell needs 22.13 or newer. Install a newer Node.`,
  )
})
