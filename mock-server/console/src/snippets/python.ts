import { inDoubleQuotes } from './quoted.ts'
import { keyFile, type SnippetCall, type SnippetLanguage } from './snippet.ts'

export const python: SnippetLanguage = {
  id: 'python',
  label: 'Python',
  file: 'send.py',
  run: 'python3 send.py',
  needs: 'Signed: pip install cryptography',
  write: (call) => (call.signing ? signed(call) : plain(call)),
}

function plain({ url, body }: SnippetCall): string {
  return `import urllib.request

body = ${inDoubleQuotes(body)}
request = urllib.request.Request(
    ${inDoubleQuotes(url)},
    data=body.encode("utf-8"),
    headers={"content-type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    print(response.headers["minibell-verdict"])
    print(response.read().decode("utf-8"))
`
}

function signed({ url, body, signing }: SnippetCall): string {
  const { clientId = '', keyVersion, path = '' } = signing ?? {}
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

request = urllib.request.Request(
    ${inDoubleQuotes(url)},
    data=body.encode("utf-8"),
    headers={
        "content-type": "application/json",
        "client-id": client_id,
        "request-time": time,
        "signature": "algorithm=RSA256,keyVersion=${keyVersion},signature=" + signature,
    },
)
with urllib.request.urlopen(request) as response:
    print(response.headers["minibell-verdict"])
    print(response.read().decode("utf-8"))
`
}
