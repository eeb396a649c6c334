import { checkJumps } from './check-jumps.ts'
import { threadPhone } from './phone.ts'

for (const host of ['wx', 'my', 'dlt'] as const) checkJumps(host, (elsewhere) => threadPhone(host, elsewhere))
