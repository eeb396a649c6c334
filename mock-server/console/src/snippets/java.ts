import { inJavaQuotes } from './quoted.ts'
import { keyFile, type SnippetCall, type SnippetLanguage } from './snippet.ts'

export const java: SnippetLanguage = {
  id: 'java',
  label: 'Java',
  file: 'Send.java',
  run: 'java Send.java',
  needs: 'Java 11 or newer',
  write: (call) => program(call, call.signing ? signed(call) : plain),
}

interface Parts {
  readonly imports: readonly string[]
  /** Between the body and the request. */
  readonly before: string
  readonly headers: string
}

const plain: Parts = { imports: [], before: '', headers: '' }

function signed({ signing }: SnippetCall): Parts {
  const { clientId = '', keyVersion, path = '' } = signing ?? {}
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
    before: `
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

function program({ url, body }: SnippetCall, { imports, before, headers }: Parts): string {
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
        String body = ${inJavaQuotes(body)};
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
