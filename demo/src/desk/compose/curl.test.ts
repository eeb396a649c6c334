import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curlOf } from './curl.ts'

test('MA-7: the curl is one POST of the exact body', () => {
  const request = { path: '/miniapp/v1/messages/send', body: { miniappId: 'mp_kijani' } }
  expect(curlOf('http://localhost:4510', request)).toBe(
    `curl -s http://localhost:4510/miniapp/v1/messages/send \\\n  -H 'content-type: application/json' \\\n  -d '{"miniappId":"mp_kijani"}'`,
  )
})

test('a shell hands over every body unchanged', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'))
  fc.assert(
    fc.property(text, (title) => {
      const command = curlOf('', { path: '', body: { title } }).replace(
        /^curl -s +\\\n +-H '[^']*' \\\n +-d/,
        'printf %s',
      )
      expect(JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' }))).toEqual({ title })
    }),
    { numRuns: 40 },
  )
})
