import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { choice } from '../../parts/choice.ts'
import { copyButton } from '../../parts/copy.ts'
import { languages } from '../../snippets/languages.ts'
import { keyFile, type SnippetCall, secretName } from '../../snippets/snippet.ts'
import type { Draft } from './draft.ts'
import { signerOf } from './signer.ts'
import type { Written } from './written.ts'

/** The request as a program in six languages, signed as its dialect signs. */
export function copyAs(
  desk: Desk,
  { request, draft }: { readonly request: Written; readonly draft: Draft },
): TemplateResult {
  const { query } = desk.address()
  const language = languages.find(({ id }) => id === query['code']) ?? languages[0]
  if (!language) return html``
  const { signing, view } = signerOf(desk, { request, draft })
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
    ${view}
    <pre tabindex="0" aria-label="Program in ${language.label}" data-snippet=${language.id}>${text}</pre>
    <p class="note">Save it as <code>${language.file}</code> and run <code>${language.run}</code>.${where(signing)} ${language.needs ?? ''}</p>
  </section>`
}

/** A signed program holds nothing that is secret: it says where it looks for it. */
function where(signing: SnippetCall['signing']): TemplateResult | typeof nothing {
  if (signing === undefined) return nothing
  return signing.kind === 'key'
    ? html` It signs with your private key, a PEM file <code>${keyFile}</code> beside it.`
    : html` It signs with the accessKeySecret that it finds in its environment as <code>${secretName}</code>.`
}
