import { inShellQuotes } from './quoted.ts'
import { keyFile, type SnippetCall, type SnippetLanguage } from './snippet.ts'

export const curl: SnippetLanguage = {
  id: 'curl',
  label: 'curl',
  file: 'send.sh',
  run: 'sh send.sh',
  write: (call) => (call.signing ? signed(call) : plain(call)),
}

function plain({ url, body }: SnippetCall): string {
  return [`curl -sS -i ${inShellQuotes(url)}`, `-H 'content-type: application/json'`, `-d ${inShellQuotes(body)}`].join(
    ' \\\n  ',
  )
}

function signed({ url, body, signing }: SnippetCall): string {
  const { clientId = '', keyVersion, path = '' } = signing ?? {}
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
