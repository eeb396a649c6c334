import { inDoubleQuotes } from './quoted.ts'
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

export const python: SnippetLanguage = {
  id: 'python',
  label: 'Python',
  file: 'send.py',
  run: 'python3 send.py',
  needs: 'With a key: pip install cryptography',
  write(call) {
    const { signing } = call
    if (signing === undefined) return plain(call)
    return signing.kind === 'key' ? withKey(call, signing) : withSecret(call, signing)
  },
}

function plain({ url, body }: SnippetCall): string {
  return `import urllib.request

body = ${inDoubleQuotes(body)}
${asked(url, '{"content-type": "application/json"}')}`
}

function withKey({ url, body }: SnippetCall, { clientId, keyVersion, path }: KeySigning): string {
  return `import base64
import datetime
import urllib.request
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

body = ${inDoubleQuotes(body)}
client_id = ${inDoubleQuotes(clientId)}
time = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
content = "POST " + ${inDoubleQuotes(path)} + "\\n" + client_id + "." + time + "." + body
with open("${keyFile}", "rb") as file:
    key = serialization.load_pem_private_key(file.read(), password=None)
signature = base64.b64encode(key.sign(content.encode("utf-8"), padding.PKCS1v15(), hashes.SHA256())).decode("ascii")

${asked(
  url,
  `{
        "content-type": "application/json",
        "client-id": client_id,
        "request-time": time,
        "signature": "algorithm=RSA256,keyVersion=${keyVersion},signature=" + signature,
    }`,
)}`
}

function withSecret({ url, body }: SnippetCall, { content }: SecretSigning): string {
  const [head, tail] = aroundSign(body)
  return `import hashlib
import hmac
import os
import urllib.request

# ${layoutNote}
content = ${inDoubleQuotes(content)}
secret = os.environ["${secretName}"]
sign = hmac.new(secret.encode("utf-8"), content.encode("utf-8"), hashlib.sha256).hexdigest()
body = ${inDoubleQuotes(head)} + sign + ${inDoubleQuotes(tail)}

${asked(url, '{"content-type": "application/json"}')}`
}

function asked(url: string, headers: string): string {
  return `request = urllib.request.Request(
    ${inDoubleQuotes(url)},
    data=body.encode("utf-8"),
    headers=${headers},
)
with urllib.request.urlopen(request) as response:
    print(response.headers["minibell-verdict"])
    print(response.read().decode("utf-8"))
`
}
