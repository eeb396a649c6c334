import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { type WordFinder, wordFinder } from '../words/lexicon.ts'
import { topicWords } from '../words/topic-words.ts'

/** What a text speaks of, with the word that says so. */
export type Topics = ReadonlyMap<string, string>

const finders: readonly { readonly id: string; readonly loud: boolean; readonly find: WordFinder }[] = topicWords.map(
  ({ id, loud = false, spares = { en: '', zh: '' }, en, zh }) => ({
    id,
    loud,
    find: wordFinder({ terms: { en, zh }, spares }),
  }),
)

export function topicsOf(text: string): Topics {
  return new Map(
    finders.flatMap(({ id, find }) => {
      const found = find(text)
      return found === undefined ? [] : [[id, found] as const]
    }),
  )
}

/** Promotion, activities and news alone. */
export function loudTopics(topics: Topics): Topics {
  return new Map([...topics].filter(([id]) => finders.some((finder) => finder.loud && finder.id === id)))
}

/** A topic of the parts that the head does not have: a loud one in any part, others only in two parts, where nothing is shared. */
export function foreignTopic(
  head: Topics,
  parts: readonly Topics[],
): { readonly topic: string; readonly word: string } | undefined {
  const content: Topics = new Map([...parts].reverse().flatMap((topics) => [...topics]))
  const loud = finders.find(({ id, loud: isLoud }) => isLoud && content.has(id) && !head.has(id))
  if (loud) return { topic: loud.id, word: content.get(loud.id) ?? '' }
  const known = finders.some(({ id, loud: isLoud }) => !isLoud && head.has(id))
  const shared = [...content.keys()].some((topic) => head.has(topic))
  const [first] = content
  // A gate or an insurance card may be named by the way.
  if (!known || shared || !first || parts.filter(({ size }) => size > 0).length < 2) return undefined
  return { topic: first[0], word: first[1] }
}

/** What a text speaks of besides whom it greets: "Dear passenger," is about nothing. */
export function topicsOfContent(text: string): Topics {
  return topicsOf(text.replace(/(?:dear|hello|hi) [^,，.。\n]{1,40}|(?:尊敬的|敬爱的|亲爱的)[^,，。\n]{1,12}/giu, ' '))
}

/** WT-7.1, WT-11.6: the content is about what the title is about. */
export function mismatch(title: string, head: Topics, parts: readonly Topics[]): Omit<Fault, 'hint'> | undefined {
  const foreign = foreignTopic(head, parts)
  if (!foreign) return undefined
  const about = [...head.keys()].join(', ')
  return {
    expected: about === '' ? 'content of the service that the title names' : `content about ${about}`,
    received: `${quote(foreign.word)}, which is about ${foreign.topic}, under the title ${quote(title)}`,
  }
}
