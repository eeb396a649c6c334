import { expect, test } from 'vitest'
import { rulesDoc } from '../rules-doc/rules-doc.ts'
import { read } from '../tools/files.ts'

test('docs/rules.md says what the rules say; `npm run rules:doc` writes it anew', async () => {
  expect(read('docs/rules.md')).toBe(await rulesDoc())
})
