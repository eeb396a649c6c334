import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { failed, passed, tallyLine } from './run/part.ts'

// `npm run test:kills [-- --kills N --seed N]`: a durable platform is killed 50 times at moments of chance, under load; nothing that it answered is lost.

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } } })
const { status } = spawnSync('vitest', ['run', '--project', 'unit', 'mock-server/src/asked/killed.test.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    MINIBELL_KILLS: values.kills,
    ...(values.seed !== undefined && { MINIBELL_SEED: values.seed }),
  },
})
console.info(tallyLine(status === 0 ? passed : failed))
process.exit(status === 0 ? 0 : 1)
