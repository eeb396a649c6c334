import { inJavaQuotes } from './quoted.ts'
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

export const java: SnippetLanguage = {
  id: 'java',
  label: 'Java',
  file: 'Send.java',
  run: 'java Send.java',
  needs: 'Java 11 or newer',
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
  return { imports: [], before: `        String body = ${inJavaQuotes(body)};\n` }
}

function withSecret({ body }: SnippetCall, { content }: SecretSigning): Parts {
  const [head, tail] = aroundSign(body)
  return {
    imports: ['java.math.BigInteger', 'javax.crypto.Mac', 'javax.crypto.spec.SecretKeySpec'],
    before: `        // ${layoutNote}
        String content = ${inJavaQuotes(content)};
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("${secretName}").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String sign = String.format("%064x", new BigInteger(1, mac.doFinal(content.getBytes(StandardCharsets.UTF_8))));
        String body = ${inJavaQuotes(head)} + sign + ${inJavaQuotes(tail)};
`,
  }
}

function withKey({ body }: SnippetCall, { clientId, keyVersion, path }: KeySigning): Parts {
  return {
    imports: [
      'java.nio.file.Files',
      'java.nio.file.Path',
      'java.security.KeyFactory',
      'java.security.Signature',
      'java.security.spec.PKCS8EncodedKeySpec',
      'java.time.Instant',
      'java.time.temporal.ChronoUnit',
      'java.util.Base64',
    ],
    before: `        String body = ${inJavaQuotes(body)};

        String clientId = ${inJavaQuotes(clientId)};
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String pem = Files.readString(Path.of("${keyFile}")).replaceAll("-----[A-Z ]+-----|\\\\s", "");
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signer.update(("POST " + ${inJavaQuotes(path)} + "\\n" + clientId + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
        String signature = Base64.getEncoder().encodeToString(signer.sign());
`,
    headers: `
            .header("client-id", clientId)
            .header("request-time", time)
            .header("signature", "algorithm=RSA256,keyVersion=${keyVersion},signature=" + signature)`,
  }
}

function program(url: string, { imports, before, headers = '' }: Parts): string {
  const all = [
    'java.net.URI',
    'java.net.http.HttpClient',
    'java.net.http.HttpRequest',
    'java.net.http.HttpResponse',
    'java.nio.charset.StandardCharsets',
    ...imports,
  ]
  return `${all.map((name) => `import ${name};`).join('\n')}

public class Send {
    public static void main(String[] args) throws Exception {
${before}
        HttpRequest request = HttpRequest.newBuilder(URI.create(${inJavaQuotes(url)}))
            .header("content-type", "application/json")${headers}
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.headers().firstValue("minibell-verdict").orElse(""));
        System.out.println(response.body());
    }
}
`
}
