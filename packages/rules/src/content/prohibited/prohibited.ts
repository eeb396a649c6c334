import type { Bilingual, Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { type ContentAttempt, type ContentContext, partNames } from '../attempt.ts'
import type { Classified, Classifier, ProhibitedKind } from './classifier.ts'

/** What hints call the kinds (MA-13). */
export const kindNames: Readonly<Record<ProhibitedKind, Bilingual>> = {
  unlawful: { en: 'content against the law', zh: '违反法律法规的内容' },
  sensitive: { en: 'content on sensitive topics', zh: '涉及敏感话题的内容' },
  pornographic: { en: 'pornographic content', zh: '色情内容' },
  'public-order': { en: 'content against public order and morality', zh: '违反公序良俗的内容' },
  rights: { en: 'content that infringes others’ rights', zh: '侵犯他人合法权益的内容' },
}

/** MA-13: neither the rules' classifier nor the one before it found this kind in the message. */
export function checkProhibited(
  attempt: ContentAttempt,
  context: ContentContext,
  { kind, classify }: { readonly kind: ProhibitedKind; readonly classify: Classifier },
): Fault | 'passed' | 'not-checkable' {
  const all = classifiedIn(attempt, context, classify)
  if (!all) return 'not-checkable'
  const found = all.find((one) => one.certain && one.kind === kind)
  if (!found) return 'passed'
  return {
    expected: `no ${kindNames[kind].en}`,
    received: `${quote(found.excerpt)} in ${partNames[found.part].en}`,
    hint: {
      en: `Take ${quote(found.excerpt)} out of ${partNames[found.part].en}. If the words mean something else here, say it in others.`,
      zh: `请从${partNames[found.part].zh}中删除${quote(found.excerpt)}；如属误判，请换用其他表述。`,
    },
  }
}

/** MA-18: a classifier was not certain: an operator has to look. Without an uncertain word nothing is known. */
export function checkDoubtful(
  attempt: ContentAttempt,
  context: ContentContext,
  classify: Classifier,
): Fault | 'not-checkable' {
  const found = classifiedIn(attempt, context, classify)?.find((one) => !one.certain)
  if (!found) return 'not-checkable'
  return {
    expected: 'a message that is reasonable and appropriate',
    received: `${quote(found.excerpt)} in ${partNames[found.part].en}, perhaps ${kindNames[found.kind].en}`,
    hint: {
      en: 'An operator decides. Other words would spare the wait.',
      zh: '将由平台运营人员判断；更换表述可免去等待。',
    },
  }
}

/** One message is asked about by several rules in a row. */
const answers = new WeakMap<Classifier, Answer>()

interface Answer extends Pick<ContentAttempt, 'title' | 'content'> {
  readonly found: readonly Classified[]
}

function classifiedIn(
  { title, content }: ContentAttempt,
  { classified = [] }: ContentContext,
  classify: Classifier,
): readonly Classified[] | undefined {
  if (title === undefined && content === undefined) return undefined
  const known = answers.get(classify)
  if (known && known.title === title && known.content === content) return [...classified, ...known.found]
  const found = classify({ title: title ?? '', content: content ?? '' })
  answers.set(classify, { title, content, found })
  return [...classified, ...found]
}
