import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../desk.ts'

/** Asked once, when the platform is bound beyond its machine; the token stays in this tab. */
export function tokenForm(desk: Desk): TemplateResult {
  const give = (event: SubmitEvent): void => {
    event.preventDefault()
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('token') as HTMLInputElement
    if (field.value.trim() !== '') desk.token.give(field.value.trim())
  }
  const isRefused = desk.token.asking() === 'refused'
  return html`<section class="card lone">
    <h1 tabindex="-1">Control token</h1>
    <p>This platform is open to other machines, so its console asks for the token that was printed when it was started. It stays in this tab and is forgotten with it.</p>
    <form @submit=${give}>
      <label for="token">Token</label>
      <input id="token" name="token" type="password" autocomplete="off" spellcheck="false" required
        aria-invalid=${isRefused ? 'true' : nothing} aria-describedby=${isRefused ? 'token-trouble' : nothing}>
      ${isRefused ? html`<p class="trouble" id="token-trouble" role="alert">The platform refused that token. Look for "Token" in what it printed, or start it with --control-token.</p>` : nothing}
      <button class="primary">Open the console</button>
    </form>
  </section>`
}
