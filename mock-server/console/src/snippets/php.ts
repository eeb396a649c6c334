import { inPhpQuotes } from './quoted.ts'
import { keyFile, type SnippetCall, type SnippetLanguage } from './snippet.ts'

export const php: SnippetLanguage = {
  id: 'php',
  label: 'PHP',
  file: 'send.php',
  run: 'php send.php',
  needs: 'Extension curl; signed: openssl',
  write: (call) => (call.signing ? signed(call) : plain(call)),
}

function plain({ url, body }: SnippetCall): string {
  return `<?php
$body = ${inPhpQuotes(body)};
${ask(url, `['content-type: application/json']`)}`
}

function signed({ url, body, signing }: SnippetCall): string {
  const { clientId = '', keyVersion, path = '' } = signing ?? {}
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
