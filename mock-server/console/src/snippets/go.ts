import { inDoubleQuotes } from './quoted.ts'
import { keyFile, type SnippetCall, type SnippetLanguage } from './snippet.ts'

export const go: SnippetLanguage = {
  id: 'go',
  label: 'Go',
  file: 'send.go',
  run: 'go run send.go',
  write: (call) => program(call, call.signing ? signed(call) : plain),
}

interface Parts {
  readonly imports: readonly string[]
  readonly before: string
  readonly headers: string
}

const plain: Parts = { imports: [], before: '', headers: '' }

function signed({ signing }: SnippetCall): Parts {
  const { clientId = '', keyVersion, path = '' } = signing ?? {}
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
    before: `
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

function program({ url, body }: SnippetCall, { imports, before, headers }: Parts): string {
  const all = [...imports, 'fmt', 'io', 'net/http', 'strings'].sort()
  return `package main

import (
${all.map((name) => `\t"${name}"`).join('\n')}
)

func main() {
	body := ${inDoubleQuotes(body)}
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
