import { inPhpQuotes } from './quoted.ts'
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

export const php: SnippetLanguage = {
  id: 'php',
  label: 'PHP',
  file: 'send.php',
  run: 'php send.php',
  needs: 'Extension curl; with a key: openssl',
  write(call) {
    const { signing } = call
    if (signing === undefined) return plain(call)
    return signing.kind === 'key' ? withKey(call, signing) : withSecret(call, signing)
  },
}

const json = `['content-type: application/json']`

function plain({ url, body }: SnippetCall): string {
  return `<?php
$body = ${inPhpQuotes(body)};
${ask(url, json)}`
}

function withKey({ url, body }: SnippetCall, { clientId, keyVersion, path }: KeySigning): string {
  return `<?php
$body = ${inPhpQuotes(body)};
$clientId = ${inPhpQuotes(clientId)};
$time = gmdate('Y-m-d\\TH:i:s\\Z');
$content = 'POST ' . ${inPhpQuotes(path)} . "\\n" . $clientId . '.' . $time . '.' . $body;
openssl_sign($content, $signature, file_get_contents('${keyFile}'), OPENSSL_ALGO_SHA256);

${ask(
  url,
  `[
        'content-type: application/json',
        'client-id: ' . $clientId,
        'request-time: ' . $time,
        'signature: algorithm=RSA256,keyVersion=${keyVersion},signature=' . base64_encode($signature),
    ]`,
)}`
}

function withSecret({ url, body }: SnippetCall, { content }: SecretSigning): string {
  const [head, tail] = aroundSign(body)
  return `<?php
// ${layoutNote}
$content = ${inPhpQuotes(content)};
$sign = hash_hmac('sha256', $content, getenv('${secretName}'));
$body = ${inPhpQuotes(head)} . $sign . ${inPhpQuotes(tail)};

${ask(url, json)}`
}

function ask(url: string, headers: string): string {
  return `$call = curl_init(${inPhpQuotes(url)});
curl_setopt_array($call, [
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => $body,
    CURLOPT_HTTPHEADER => ${headers},
    CURLOPT_HEADER => true,
    CURLOPT_RETURNTRANSFER => true,
]);
echo curl_exec($call), PHP_EOL;
`
}
