import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { choice, menu } from '../../parts/choice.ts'
import { copyButton } from '../../parts/copy.ts'
import type { ClientFacts } from '../../parts/facts.ts'
import { languages } from '../../snippets/languages.ts'
import { keyFile, type Signing, type SnippetCall } from '../../snippets/snippet.ts'
import type { Written } from './written.ts'

/** The request as a program in six languages; `isSigned`: the dialect signs its calls (OA-1). */
export function copyAs(
  desk: Desk,
  { request, isSigned }: { readonly request: Written; readonly isSigned: boolean },
): TemplateResult {
  const { query } = desk.address()
  const language = languages.find(({ id }) => id === query['code']) ?? languages[0]
  if (!language) return html``
  const signing = isSigned ? signingOf(desk, request) : undefined
  const call: SnippetCall = {
    url: `${desk.door.origin}${request.path}`,
    body: JSON.stringify(request.body),
    ...(signing && { signing }),
  }
  const text = language.write(call)
  return html`<section class="card" aria-label="Copy as">
    <div class="actions spread"><h2>Copy as</h2>${copyButton(desk, { text, label: 'Copy' })}</div>
    ${choice({
      label: 'Language of the program',
      name: 'code',
      options: languages.map(({ id, label }) => ({ value: id, label })),
      chosen: language.id,
      choose: (code) => desk.tune({ code }),
    })}
    ${isSigned ? signer(desk) : nothing}
    <pre tabindex="0" aria-label="Program in ${language.label}" data-snippet=${language.id}>${text}</pre>
    <p class="note">Save it as <code>${language.file}</code> and run <code>${language.run}</code>.${
      signing ? html` It signs with your private key, a PEM file <code>${keyFile}</code> beside it.` : nothing
    } ${language.needs ?? ''}</p>
  </section>`
}

/** The path is signed as it is on the wire. */
function signingOf(desk: Desk, { path }: Written): Signing | undefined {
  const chosen = clientsOf(desk).find(({ id }) => id === desk.address().query['client'])
  const keyVersion = Math.max(...(chosen?.keys.map(({ version }) => version) ?? []))
  return chosen && Number.isFinite(keyVersion) ? { clientId: chosen.id, keyVersion, path } : undefined
}

function signer(desk: Desk): TemplateResult {
  const clients = clientsOf(desk)
  if (clients.length === 0)
    return html`<details><summary>Sign the calls</summary><p class="note">Calls of the open API are signed with RSA and SHA-256 (OA-1). This world knows no client yet. Make a pair of keys and put the public one:</p>
      <pre tabindex="0">openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ${keyFile}
openssl pkey -in ${keyFile} -pubout -outform DER | openssl base64 -A > public-key.txt
curl -X PUT ${desk.door.origin}/control/v1/clients/my-server -H 'content-type: application/json' \\
  -d "{\\"id\\":\\"my-server\\",\\"keys\\":[{\\"version\\":1,\\"publicKey\\":\\"$(cat public-key.txt)\\"}]}"</pre></details>`
  return menu({
    label: 'Sign as',
    id: 'sign-as',
    options: [{ value: '', label: 'Not signed' }, ...clients.map(({ id }) => ({ value: id, label: id }))],
    chosen: desk.address().query['client'] ?? '',
    choose: (client) => desk.tune({ client }),
  })
}

function clientsOf({ get }: Desk): readonly ClientFacts[] {
  return get<{ readonly clients: readonly ClientFacts[] }>('/clients').value?.clients ?? []
}
