import type { SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { menu } from '../../parts/choice.ts'
import type { ClientFacts } from '../../parts/facts.ts'
import { fieldsToSign } from '../../snippets/fields-to-sign.ts'
import { keyFile, type SnippetCall } from '../../snippets/snippet.ts'
import type { Draft } from './draft.ts'
import type { Written } from './written.ts'

/** How a copied program signs, and where that is chosen. */
export interface Signer {
  readonly signing?: SnippetCall['signing']
  readonly view: TemplateResult | typeof nothing
}

/** Calls of accounts are not signed: their token stands in the address. */
export function signerOf(desk: Desk, { request, draft }: { readonly request: Written; readonly draft: Draft }): Signer {
  if (draft.kind === 'template') return byKey(desk, request)
  return draft.kind === 'service' ? bySecret(desk, { request, sender: draft.sender }) : { view: nothing }
}

/** OA-1. The path is signed as it is on the wire. */
function byKey(desk: Desk, { path }: Written): Signer {
  const clients = desk.get<{ readonly clients: readonly ClientFacts[] }>('/clients').value?.clients ?? []
  if (clients.length === 0) return { view: howToGetKeys(desk) }
  const chosen = clients.find(({ id }) => id === desk.address().query['client'])
  const keyVersion = Math.max(...(chosen?.keys.map(({ version }) => version) ?? []))
  const view = signAs(desk, { names: clients.map(({ id }) => ({ value: id, label: id })) })
  return chosen && Number.isFinite(keyVersion)
    ? { signing: { kind: 'key', clientId: chosen.id, keyVersion, path }, view }
    : { view }
}

/** MA-7. */
function bySecret(
  desk: Desk,
  { request, sender }: { readonly request: Written; readonly sender: SenderRecord },
): Signer {
  if (sender.accessKeySecret === undefined) return { view: howToGetSecret(desk, sender) }
  const view = signAs(desk, { names: [{ value: sender.wireId, label: `${sender.name}, by its accessKeySecret` }] })
  if (desk.address().query['client'] !== sender.wireId) return { view }
  // A body of this page's own writing is an object.
  const content = fieldsToSign(request.body as Readonly<Record<string, unknown>>)
  return { signing: { kind: 'secret', content }, view }
}

function signAs(
  desk: Desk,
  { names }: { readonly names: readonly { readonly value: string; readonly label: string }[] },
): TemplateResult {
  return menu({
    label: 'Sign as',
    id: 'sign-as',
    options: [{ value: '', label: 'Not signed' }, ...names],
    chosen: desk.address().query['client'] ?? '',
    choose: (client) => desk.tune({ client }),
  })
}

function howToGetKeys({ door }: Desk): TemplateResult {
  return html`<details><summary>Sign the calls</summary><p class="note">Calls of the open API are signed with RSA and SHA-256 (OA-1). This world knows no client yet. Make a pair of keys and put the public one:</p>
      <pre tabindex="0">openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ${keyFile}
openssl pkey -in ${keyFile} -pubout -outform DER | openssl base64 -A > public-key.txt
curl -X PUT ${door.origin}/control/v1/clients/my-server -H 'content-type: application/json' \\
  -d "{\\"id\\":\\"my-server\\",\\"keys\\":[{\\"version\\":1,\\"publicKey\\":\\"$(cat public-key.txt)\\"}]}"</pre></details>`
}

function howToGetSecret({ door }: Desk, { id }: SenderRecord): TemplateResult {
  const address = `${door.origin}/control/v1/senders/${encodeURIComponent(id)}`
  return html`<details><summary>Sign the calls</summary><p class="note">Calls of the message interface are signed by HMAC with the mini-program’s accessKeySecret (MA-7). This one has none yet: put it into the record. Signatures are looked at once the rule set says <code>signatures: "required"</code>, on the page of the rules.</p>
      <pre tabindex="0">curl -s ${address} | sed 's/^{/{"accessKeySecret":"my-secret",/' |
  curl -X PUT ${address} -H 'content-type: application/json' -d @-</pre></details>`
}
