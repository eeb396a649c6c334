import { inShellQuotes } from './quoted.ts'
import {
  aroundSign,
  type KeySigning,
  keyFile,
  layoutNote,
  type SecretSigning,
  type SnippetCall,
  type SnippetLanguage,
  secretName,
} from './snippet.ts'

export const curl: SnippetLanguage = {
  id: 'curl',
  label: 'curl',
  file: 'send.sh',
  run: 'sh send.sh',
  needs: 'Signed: openssl',
  write(call) {
    const { signing } = call
    if (signing === undefined) return plain(call)
    return signing.kind === 'key' ? withKey(call, signing) : withSecret(call, signing)
  },
}

function plain({ url, body }: SnippetCall): string {
  return [`curl -sS -i ${inShellQuotes(url)}`, `-H 'content-type: application/json'`, `-d ${inShellQuotes(body)}`].join(
    ' \\\n  ',
  )
}

function withKey({ url, body }: SnippetCall, { clientId, keyVersion, path }: KeySigning): string {
  return `BODY=${inShellQuotes(body)}
TIME=$(date -u +%Y-%m-%dT%H:%M:%SZ)
SIGNATURE=$(printf 'POST %s\\n%s.%s.%s' ${inShellQuotes(path)} ${inShellQuotes(clientId)} "$TIME" "$BODY" |
  openssl dgst -sha256 -sign ${keyFile} | openssl base64 -A)
curl -sS -i ${inShellQuotes(url)} \\
  -H 'content-type: application/json' \\
  -H ${inShellQuotes(`Client-Id: ${clientId}`)} \\
  -H "Request-Time: $TIME" \\
  -H "Signature: algorithm=RSA256,keyVersion=${keyVersion},signature=$SIGNATURE" \\
  --data-binary "$BODY"
`
}

function withSecret({ url, body }: SnippetCall, { content }: SecretSigning): string {
  const [head, tail] = aroundSign(body)
  return `# ${layoutNote}
SIGN=$(printf %s ${inShellQuotes(content)} |
  openssl dgst -sha256 -hmac "$${secretName}" | sed 's/.* //')
curl -sS -i ${inShellQuotes(url)} \\
  -H 'content-type: application/json' \\
  --data-binary ${inShellQuotes(head)}"$SIGN"${inShellQuotes(tail)}
`
}
