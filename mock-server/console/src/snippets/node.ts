import { inDoubleQuotes } from './quoted.ts'
import { keyFile, type SnippetCall, type SnippetLanguage } from './snippet.ts'

export const node: SnippetLanguage = {
  id: 'node',
  label: 'Node',
  file: 'send.mjs',
  run: 'node send.mjs',
  write: (call) => (call.signing ? signed(call) : plain(call)),
}

function plain({ url, body }: SnippetCall): string {
  return `const response = await fetch(${inDoubleQuotes(url)}, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(${literal(body)}),
})
console.log(response.headers.get('minibell-verdict'))
console.log(await response.text())
`
}

function signed({ url, body, signing }: SnippetCall): string {
  const { clientId = '', keyVersion, path = '' } = signing ?? {}
  return `import { sign } from 'node:crypto'
import { readFileSync } from 'node:fs'

const body = JSON.stringify(${literal(body)})
const clientId = ${inDoubleQuotes(clientId)}
const time = new Date().toISOString()
const content = 'POST ' + ${inDoubleQuotes(path)} + '\\n' + clientId + '.' + time + '.' + body
const signature = sign('sha256', Buffer.from(content), readFileSync('${keyFile}')).toString('base64')

const response = await fetch(${inDoubleQuotes(url)}, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'client-id': clientId,
    'request-time': time,
    signature: 'algorithm=RSA256,keyVersion=${keyVersion},signature=' + signature,
  },
  body,
})
console.log(response.headers.get('minibell-verdict'))
console.log(await response.text())
`
}

/** JSON is a literal but for one name, which would be the prototype there. */
function literal(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2).replaceAll('"__proto__":', '["__proto__"]:')
}
