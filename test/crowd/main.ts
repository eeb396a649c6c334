import { parseArgs } from 'node:util'
import { failed, passed, sum, tallyLine } from '../run/part.ts'
import { crowdTrial } from './trial.ts'

// `npm run test:crowd [-- --sockets N --slow N]`: 5,000 subscribers of one process, 100 of which read nothing.

const { values } = parseArgs({
  options: { sockets: { type: 'string', default: '5000' }, slow: { type: 'string', default: '100' } },
})
const claims = await crowdTrial({ sockets: Number(values.sockets), slow: Number(values.slow) })
for (const { what, holds, found } of claims) console.info(`${holds ? 'ok    ' : 'failed'} ${what}: ${found}`)
const tally = sum(claims.map(({ holds }) => (holds ? passed : failed)))
console.info(tallyLine(tally))
process.exit(tally.failed === 0 ? 0 : 1)
