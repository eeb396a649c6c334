import {
  type ContentAttempt,
  type ContentRule,
  contentRules as contentRulesOf,
  miniappContentRules,
  ruleSet,
  sourceText,
} from '@minibell/rules'
import type { SenderRecord } from '../../world.ts'
import type { RuleNumbers } from '../numbers.ts'
import type { PlatformRule } from '../rule.ts'

/** Content that a mini-program wants to send; its topic is what MA-15 asks about. */
export interface ContentCheck extends ContentAttempt {
  readonly sender: SenderRecord
  readonly numbers: RuleNumbers
}

/**
 * MA-8 to MA-16 and what a classifier doubts, with the code of this dialect: the message cannot be registered. What a recipient got
 * before (MA-14, MA-17) and what an operator refused (MA-15, MA-18) is asked when it is sent, by rules that know.
 */
export const contentRules: readonly PlatformRule<ContentCheck>[] = miniappContentRules
  .filter(({ id, about }) => about === 'message' && !id.endsWith('.ruling'))
  .map(platformRule)

function platformRule(rule: ContentRule): PlatformRule<ContentCheck> {
  return {
    id: rule.id,
    source: sourceText(rule.source),
    severity: rule.severity,
    summary: rule.summary.en,
    check(content) {
      const said = saidOf(content)
      const known = said.get(rule.id)
      if (known !== undefined) return known
      const found = ask(rule, content)
      said.set(rule.id, found)
      return found
    },
  }
}

type Said = ReturnType<PlatformRule<ContentCheck>['check']>

function ask(rule: ContentRule, { sender, numbers, ...attempt }: ContentCheck): Said {
  const { check } = rule.id.startsWith(onLengths) ? (revised(numbers.content).get(rule.id) ?? rule) : rule
  const found = check(attempt, { appId: sender.wireId, sender: sender.id, pages: sender.pages })
  return typeof found === 'string' ? found : { code: 70002, ...found }
}

/** What was said of a message, by rule. */
interface Remembered {
  readonly sender: SenderRecord
  readonly numbers: RuleNumbers['content']
  readonly said: Map<string, Said>
}

/** Messages that are remembered: a text that goes to many is looked at once, however many sends it takes. */
const most = 64
const remembered = new Map<string, Remembered>()
let last: { readonly content: ContentCheck; readonly said: Map<string, Said> } | undefined

function saidOf(content: ContentCheck): Map<string, Said> {
  if (last?.content === content) return last.said
  const { sender, numbers, title, content: text, jumpUrl, topic } = content
  const name = JSON.stringify([title, text, jumpUrl, topic])
  let known = remembered.get(name)
  if (known?.sender !== sender || known.numbers !== numbers.content) {
    known = { sender, numbers: numbers.content, said: new Map() }
    if (remembered.size >= most) remembered.clear()
    remembered.set(name, known)
  }
  last = { content, said: known.said }
  return known.said
}

const onLengths = 'MA-9.'
const revisions = new Map<string, ReadonlyMap<string, ContentRule>>()

/** The rules on lengths with the numbers of a revision (MA-20); the others have none. */
function revised({ titleMax, warnAbove, max }: RuleNumbers['content']): ReadonlyMap<string, ContentRule> {
  const name = `${titleMax} ${warnAbove} ${max}`
  const made = revisions.get(name)
  if (made) return made
  const rules = contentRulesOf({ ...ruleSet, title: { max: titleMax }, content: { warnAbove, max } })
  const byId = new Map(rules.filter(({ id }) => id.startsWith(onLengths)).map((rule) => [rule.id, rule]))
  revisions.set(name, byId)
  return byId
}
