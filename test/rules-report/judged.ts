import { type ContentAttempt, type ContentContext, explain, miniappContentRules, type RuleWord } from '@minibell/rules'
import type { CorpusCase, OrdinaryMessage } from './corpus.ts'

const now = 1_764_000_000_000
const dayMs = 86_400_000

/** What every rule says of a case. */
export function wordsOn(one: CorpusCase): readonly RuleWord[] {
  return explain(miniappContentRules, attemptOf(one), contextOf(one))
}

/** What every rule says of an ordinary message to one who got nothing yet. */
export function wordsOnOrdinary({ title, content }: OrdinaryMessage): readonly RuleWord[] {
  return explain(miniappContentRules, { title, content, jumpUrl: '/pages/home/index?from=message' }, contextOf({}))
}

/** Whether the rule, or one of its parts, found fault: a refusal or a warning. */
export function findsFault(words: readonly RuleWord[], rule: string): boolean {
  return words.some((word) => isOf(word, rule) && (word.word === 'refused' || word.word === 'warned'))
}

/** `MA-10` has the parts `MA-10.title` and `MA-10.content`. */
export function isOf({ rule: id }: RuleWord, rule: string): boolean {
  return id === rule || id.startsWith(`${rule}.`)
}

function attemptOf({ text, attempt = {} }: CorpusCase): ContentAttempt {
  return text === undefined ? attempt : { title: 'Kijani', content: text }
}

/** The sender of all cases and its three pages. */
function contextOf({
  topics,
  history = [],
  rulings,
}: Pick<CorpusCase, 'topics' | 'history' | 'rulings'>): ContentContext {
  return {
    appId: 'mp_kijani',
    sender: 'kijani',
    pages: [
      { path: 'pages/home/index' },
      { path: 'pages/bill/detail', ...(topics && { topics }) },
      { path: 'pages/site/view', kind: 'web-view' },
    ],
    now,
    history: history.map((sent, at) => ({ ...sent, at: now - (at + 1) * dayMs })),
    ...(rulings && { rulings }),
  }
}
