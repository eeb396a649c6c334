import { inDoubleQuotes } from './quoted.ts'
import {
  type KeySigning,
  keyFile,
  layoutNote,
  type SecretSigning,
  type SnippetCall,
  type SnippetLanguage,
  secretName,
} from './snippet.ts'

export const node: SnippetLanguage = {
  id: 'node',
  label: 'Node',
  file: 'send.mjs',
  run: 'node send.mjs',
  write(call) {
    const { signing } = call
    if (signing === undefined) return plain(call)
    return signing.kind === 'key' ? withKey(call, signing) : withSecret(call, signing)
  },
}

function plain({ url, body }: SnippetCall): string {
  return asked(url, `JSON.stringify(${literal(body)})`)
}

function withKey({ url, body }: SnippetCall, { clientId, keyVersion, path }: KeySigning): string {
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

function withSecret({ url, body }: SnippetCall, { content }: SecretSigning): string {
  return `import { createHmac } from 'node:crypto'

const fields = ${literal(body)}
// ${layoutNote}
const content = ${inDoubleQuotes(content)}
const sign = createHmac('sha256', process.env.${secretName} ?? '').update(content).digest('hex')

${asked(url, 'JSON.stringify({ ...fields, sign })')}`
}

function asked(url: string, body: string): string {
  return `const response = await fetch(${inDoubleQuotes(url)}, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: ${body},
})
console.log(response.headers.get('minibell-verdict'))
console.log(await response.text())
`
}

/** JSON is a literal but for one name, which would be the prototype there. */
function literal(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2).replaceAll('"__proto__":', '["__proto__"]:')
}
