import type { Fault, Rule } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { mismatch, topicsOf, topicsOfContent } from '../scope/topics.ts'
import { sources } from '../sources.ts'
import { type WordFinder, wordFinder } from '../words/lexicon.ts'
import { checkValues } from './parameter-values.ts'
import { likely } from './promotion/promotion.ts'
import { activities, crying, downloading, selling, sharing } from './selling-words.ts'
import { headIn, type SentContext, type SentTemplate, saidIn, valuesIn } from './sent-template.ts'

/** A rule on a template message that was sent. It records a violation, it does not refuse: severity `warn`. */
export type ViolationRule = Rule<SentTemplate, SentContext>

const findSelling = eitherOf(wordFinder(selling), likely.selling)
const findSharing = eitherOf(wordFinder(sharing), likely.sharing)
const findDownloading = eitherOf(wordFinder(downloading), likely.downloading)
const findActivity = wordFinder(activities)
const findCrying = wordFinder(crying)

/** WT-11.3: whether a text sells; for kinds that are exempt from consent (WT-2) and for customer service (CS-7). */
export const sells = (text: string): boolean => findSelling(text) !== undefined

/** WT-11.3 to WT-11.8, the narrow ones before the wide: one message is entered once, by the first that speaks. */
export const templateViolationRules: readonly ViolationRule[] = [
  wordRule('WT-11.4', ['No rewards for sharing', '不含诱导分享'], findSharing, {
    expected: 'a message that rewards nobody for sharing it',
    hint: { en: 'Take the reward for sharing, inviting or liking out.', zh: '请去掉诱导分享、邀请、集赞的内容。' },
  }),
  wordRule('WT-11.5', ['No rewards for downloading an app', '不含诱导下载'], findDownloading, {
    expected: 'a message that rewards nobody for an app',
    hint: { en: 'Take the reward for downloading or opening an app out.', zh: '请去掉诱导下载或打开应用的内容。' },
  }),
  {
    ...shell('WT-11.7', ['No broadcast of activities for marketing', '不群发营销性活动']),
    check: (sent) => {
      const said = saidIn(sent)
      const broadcast = findBroadcast(said)
      if (broadcast === undefined) return 'passed'
      return {
        expected: 'what concerns this user’s own service',
        received: `${broadcast} under the title ${quote(sent.title)}`,
        hint: {
          en: 'Announce activities elsewhere; a template message tells one user of their own service.',
          zh: '活动宣传请使用其他渠道，模板消息只通知用户自己的服务。',
        },
      }
    },
  },
  wordRule('WT-11.3', ['No marketing and no promotion', '不含营销推广内容'], findSelling, {
    expected: 'a message about the service received, without marketing',
    hint: {
      en: 'Take offers and other products out; sell nothing that is unrelated to the service received.',
      zh: '请去掉营销推广内容，不得推销与用户所受服务无关的商品。',
    },
  }),
  {
    ...shell('WT-11.6', ['The values are about what title and keywords name', '内容与标题、关键词相关']),
    check: (sent) => {
      const found = mismatch(sent.title, topicsOf(headIn(sent)), valuesIn(sent).map(topicsOfContent))
      return found
        ? {
            ...found,
            hint: {
              en: 'Use a template whose title and keywords name this service.',
              zh: '请使用标题和关键词与内容相符的模板。',
            },
          }
        : 'passed'
    },
  },
  { ...shell('WT-11.8', ['Parameters are filled in correctly', '参数填写正确']), check: checkValues },
]

/** An activity with what cries it out, or a sentence that most likely is such an announcement. */
function findBroadcast(said: string): string | undefined {
  const [activity, cry] = [findActivity(said), findCrying(said)]
  if (activity !== undefined && cry !== undefined) return `${quote(activity)} with ${quote(cry)}`
  const sentence = likely.activity(said)
  return sentence === undefined ? undefined : quote(sentence)
}

/** Words first: they say what is wrong more exactly. */
function eitherOf(one: WordFinder, other: WordFinder): WordFinder {
  return (text) => one(text) ?? other(text)
}

type Shell = Omit<ViolationRule, 'check'>

function shell(id: keyof typeof sources, [en, zh]: readonly [en: string, zh: string]): Shell {
  return { id, source: sources[id], severity: 'warn', summary: { en, zh } }
}

function wordRule(
  id: keyof typeof sources,
  summary: readonly [en: string, zh: string],
  find: WordFinder,
  advice: Omit<Fault, 'received'>,
): ViolationRule {
  return {
    ...shell(id, summary),
    check: (sent) => {
      const found = find(saidIn(sent))
      return found === undefined ? 'passed' : { ...advice, received: quote(found) }
    },
  }
}
