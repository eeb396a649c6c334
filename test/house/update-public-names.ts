import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools/files.ts'
import { publicNames } from './public-names.ts'

// npm run public-names: takes today's names as the promised ones. The change is then seen in the commit.
writeFileSync(join(root, 'test/house/public-names.json'), `${JSON.stringify(publicNames(), null, 2)}\n`)
