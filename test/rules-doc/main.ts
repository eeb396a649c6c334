import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools/files.ts'
import { rulesDoc } from './rules-doc.ts'

// npm run rules:doc
writeFileSync(join(root, 'docs/rules.md'), await rulesDoc())
