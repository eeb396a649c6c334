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

export const go: SnippetLanguage = {
  id: 'go',
  label: 'Go',
  file: 'send.go',
  run: 'go run send.go',
  write(call) {
    const { signing } = call
    if (signing === undefined) return program(call.url, plain(call))
    return program(call.url, signing.kind === 'key' ? withKey(call, signing) : withSecret(call, signing))
  },
}

interface Parts {
  readonly imports: readonly string[]
  /** Declares `body`, and what the headers need. */
  readonly before: string
  readonly headers?: string
}

function plain({ body }: SnippetCall): Parts {
  return { imports: [], before: `\tbody := ${inDoubleQuotes(body)}\n` }
}

function withSecret({ body }: SnippetCall, { content }: SecretSigning): Parts {
  const [head, tail] = aroundSign(body)
  return {
    imports: ['crypto/hmac', 'crypto/sha256', 'encoding/hex', 'os'],
    before: `\t// ${layoutNote}
	content := ${inDoubleQuotes(content)}
	mac := hmac.New(sha256.New, []byte(os.Getenv("${secretName}")))
	mac.Write([]byte(content))
	body := ${inDoubleQuotes(head)} + hex.EncodeToString(mac.Sum(nil)) + ${inDoubleQuotes(tail)}
`,
  }
}

function withKey({ body }: SnippetCall, { clientId, keyVersion, path }: KeySigning): Parts {
  return {
    imports: [
      'crypto',
      'crypto/rand',
      'crypto/rsa',
      'crypto/sha256',
      'crypto/x509',
      'encoding/base64',
      'encoding/pem',
      'os',
      'time',
    ],
    before: `\tbody := ${inDoubleQuotes(body)}

	clientID := ${inDoubleQuotes(clientId)}
	now := time.Now().UTC().Format("2006-01-02T15:04:05Z")
	file, err := os.ReadFile("${keyFile}")
	if err != nil {
		panic(err)
	}
	block, _ := pem.Decode(file)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		panic(err)
	}
	digest := sha256.Sum256([]byte("POST " + ${inDoubleQuotes(path)} + "\\n" + clientID + "." + now + "." + body))
	signature, err := rsa.SignPKCS1v15(rand.Reader, key.(*rsa.PrivateKey), crypto.SHA256, digest[:])
	if err != nil {
		panic(err)
	}
`,
    headers: `
	request.Header.Set("client-id", clientID)
	request.Header.Set("request-time", now)
	request.Header.Set("signature", "algorithm=RSA256,keyVersion=${keyVersion},signature="+base64.StdEncoding.EncodeToString(signature))`,
  }
}

function program(url: string, { imports, before, headers = '' }: Parts): string {
  const all = [...imports, 'fmt', 'io', 'net/http', 'strings'].sort()
  return `package main

import (
${all.map((name) => `\t"${name}"`).join('\n')}
)

func main() {
${before}
	request, err := http.NewRequest("POST", ${inDoubleQuotes(url)}, strings.NewReader(body))
	if err != nil {
		panic(err)
	}
	request.Header.Set("content-type", "application/json")${headers}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		panic(err)
	}
	fmt.Println(response.Header.Get("minibell-verdict"))
	fmt.Println(string(answer))
}
`
}
