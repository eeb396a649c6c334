import { expect, test } from 'vitest'
import { crowdTrial } from './trial.ts'

test('a crowd is heard, and who does not read is bounded, let go, and goes on where it was', async () => {
  // `npm run test:crowd` has 5,000 of them.
  expect((await crowdTrial({ sockets: 100, slow: 2 })).filter(({ holds }) => !holds)).toEqual([])
})
