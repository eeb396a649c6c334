import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { classOfKind, type TemplateKind, templateKinds } from '../kinds.ts'
import type { TemplateProposal } from '../proposal.ts'
import { fixedText } from '../template-text.ts'
import { kindWords } from '../words/kind-words.ts'
import { plainFinder, type WordFinder } from '../words/lexicon.ts'
import { loudTopics, mismatch, topicsOf, topicsOfContent } from './topics.ts'

/** WT-8.1: the proposal names a class of WT-5 and a kind of that class. */
export function checkClass({ class: named, kind }: TemplateProposal): Fault | 'passed' {
  if (kind !== undefined && named !== undefined && classOfKind(kind) === named) return 'passed'
  const kinds: readonly string[] | undefined = Object.entries(templateKinds).find(([name]) => name === named)?.[1]
  return {
    expected: kinds
      ? `a kind of the class ${named}: ${kinds.join(', ')}`
      : `a class (${Object.keys(templateKinds).join(', ')}) and a kind of it`,
    received: `class ${quote(named ?? '')}, kind ${quote(kind ?? '')}`,
    hint: {
      en: 'Say which kind of allowed template it is; what is of none cannot be proposed.',
      zh: '请选择模板所属的类别和种类；不属于允许范围的模板不能申请。',
    },
  }
}

const finders = Object.entries(kindWords).map(
  ([kind, words]) => [kind, plainFinder(words)] as readonly [TemplateKind, WordFinder],
)

/** WT-8.1: the title is one of the kind that was named. */
export function checkKind({ title, kind }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (title === undefined || kind === undefined || kind.endsWith('-other')) return 'not-checkable'
  const own = finders.find(([name]) => name === kind)
  if (!own) return 'not-checkable'
  if (own[1](title) !== undefined) return 'passed'
  const other = finders.find(([, find]) => find(title) !== undefined)
  return {
    expected: `a title of the kind ${kind}`,
    received: other ? `${quote(title)}, which speaks of ${other[0]}` : quote(title),
    hint: {
      en: `Choose the kind that the template is of${other ? `, for instance ${other[0]}` : ''}, or name the service in the title.`,
      zh: `请选择与模板相符的种类${other ? `（例如 ${other[0]}）` : ''}，或在标题中写明服务。`,
    },
  }
}

/** WT-5.5: whether it matters to users is for an operator to say where neither kind nor title does. */
export function checkImportant({ title, kind }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (title === undefined) return 'not-checkable'
  const known = finders.some(([, find]) => find(title) !== undefined) || topicsOf(title).size > 0
  if (known && kind?.endsWith('-other') !== true) return 'passed'
  return {
    expected: 'a service that matters to the user who receives it',
    received: known
      ? `the kind ${quote(kind ?? '')}, which holds whatever is important`
      : `${quote(title)}, which names no known service`,
    hint: {
      en: 'An operator decides. Say in the example what the user asked for and why it matters to them.',
      zh: '需人工审核。请在示例中说明用户办理的事项及其重要性。',
    },
  }
}

/** WT-7.1: keywords, fixed text and example are about what the title is about. */
export function checkMatching({ title, content, example }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (title === undefined || (content === undefined && example === undefined)) return 'not-checkable'
  const head = topicsOf(title)
  const wording = fixedText(content ?? '', ' ; ')
    .split('\n')
    .map(topicsOfContent)
  // What an example tells by the way, such as a gate, makes no other service of it; an activity or a sale does.
  const found = mismatch(title, head, wording) ?? mismatch(title, head, [loudTopics(topicsOfContent(example ?? ''))])
  if (!found) return 'passed'
  return {
    ...found,
    hint: {
      en: 'Make title, keywords and example speak of one and the same service.',
      zh: '标题、关键词和示例须描述同一服务场景。',
    },
  }
}
