import type { Explanation, RuleFacts } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../address.ts'
import { type IconName, icon } from './icon.ts'
import { verdictPanel } from './verdict-panel.ts'

type Word = Explanation[number]['word']

const looks: Readonly<Record<Word, { readonly icon: IconName; readonly label: string }>> = {
  refused: { icon: 'close', label: 'refused' },
  warned: { icon: 'warn', label: 'warned' },
  'not-checkable': { icon: 'dash', label: 'not checkable' },
  'switched-off': { icon: 'dash', label: 'switched off' },
  passed: { icon: 'check', label: 'passed' },
}

const order = Object.keys(looks) as readonly Word[]

/** X-1: every rule's word, the loudest first: what it asks for, and where it speaks against the attempt, why. `ways`: what mends a refusal. */
export function ruleWords(
  words: Explanation,
  { rules, ways }: { readonly rules: ReadonlyMap<string, RuleFacts>; ways?(word: Explanation[number]): unknown },
): TemplateResult {
  const sorted = [...words].sort((one, other) => order.indexOf(one.word) - order.indexOf(other.word))
  return html`<p class="word-counts">${order
    .map((word) => [word, words.filter((said) => said.word === word).length] as const)
    .filter(([, count]) => count > 0)
    .map(
      ([word, count]) =>
        html`<span class="chip" data-word=${word}>${icon(looks[word].icon, 14)}${count} ${looks[word].label}</span>`,
    )}</p>
    <ol class="rule-words">${sorted.map((said) => {
      const rule = rules.get(said.rule)
      return html`<li data-word=${said.word} data-rule=${said.rule}>
        <span class="mark">${icon(looks[said.word].icon, 16)}<span class="unseen">${looks[said.word].label}</span></span>
        <a class="rule-id" href=${hashOf({ page: 'rules', id: said.rule })}>${said.rule}</a>
        <span class="asks">${rule?.summary ?? ''}${said.word === 'not-checkable' ? html` <em>The attempt does not say what this asks about.</em>` : nothing}</span>
        ${said.verdict ? verdictPanel(said.verdict, ways?.(said)) : nothing}
      </li>`
    })}</ol>`
}
