import { expect, test } from 'vitest'
import { fieldsToSign } from './fields-to-sign.ts'
import { languages } from './languages.ts'
import { keyFile, type SnippetCall, secretName } from './snippet.ts'

const body = { appId: 'soko', text: `It's "due" \\ \${x}\n` }
const bare: SnippetCall = { url: 'http://localhost:4510/v2/send', body: JSON.stringify(body) }
const withKey: SnippetCall = {
  ...bare,
  signing: { kind: 'key', clientId: 'shop-server', keyVersion: 2, path: '/v2/send' },
}
const withSecret: SnippetCall = { ...bare, signing: { kind: 'secret', content: fieldsToSign(body) } }

test.each(languages)(
  '$label: the page never holds what is secret: a program says where it looks for it',
  ({ write }) => {
    expect(write(withKey)).toContain(keyFile)
    expect(write(withKey)).toContain('algorithm=RSA256,keyVersion=2')
    expect(write(withSecret)).toContain(secretName)
    expect(write(bare)).not.toMatch(/sign/i)
  },
)

test('MA-7: fields are signed by name, what is no text as JSON with sorted names', () => {
  expect(fieldsToSign({ b: 'x y', a: [{ d: 1, c: 'é' }], c: { f: null, e: true } })).toBe(
    'a=[{"c":"é","d":1}]&b=x y&c={"e":true,"f":null}',
  )
})

/** Go and Java are not run here: their texts are read back, as their compilers would. */
test.each([
  { id: 'php', line: /^\$body = '([\s\S]*?)';$/m, unquoted: (text: string) => text.replace(/\\([\\'])/g, '$1') },
  { id: 'go', line: /^\tbody := (".*")$/m, unquoted: (text: string): string => JSON.parse(text) },
  { id: 'java', line: /String body = (".*");$/m, unquoted: (text: string): string => JSON.parse(text) },
])('$id: a body that is hard to quote is read back as it was', ({ id, line, unquoted }) => {
  const program = languages.find((one) => one.id === id)?.write(withKey) ?? ''
  expect(unquoted(line.exec(program)?.[1] ?? '')).toBe(withKey.body)
})
