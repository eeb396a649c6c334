import type { Folded } from '../../text/fold.ts'
import { arabicLanguages, latinLanguages } from '../../text/language.ts'
import { spelledWhole, unmasked } from '../../text/views.ts'
import { type MessageText, messageText } from '../message-text.ts'
import { inSentenceWith } from '../terms/advice.ts'
import { type TermFinder, termFinder } from '../terms/compile.ts'
import type { Classified, Classifier, ProhibitedKind } from './classifier.ts'
import type { TermKind, TermList } from './term-list.ts'

const kinds: readonly (readonly [TermKind, ProhibitedKind])[] = [
  ['unlawful', 'unlawful'],
  ['sensitive', 'sensitive'],
  ['pornographic', 'pornographic'],
  ['publicOrder', 'public-order'],
  ['rights', 'rights'],
]

/** One list, compiled on first use. */
interface Lexicon {
  readonly list: TermList
  readonly script: RegExp
  readonly find: Readonly<Record<TermKind | 'advice', TermFinder>>
}

/** MA-13: classifies by lists of terms, at most one finding of each kind. What stands in a sentence of advice is not certain. */
export function wordClassifier(lists: readonly TermList[]): Classifier {
  const lexicons = lists.map(lexiconOf)
  return (message) => {
    const text = messageText(message)
    if (!text) return []
    const fitting = lexicons.filter((lexicon) => fits(lexicon, text))
    const views = viewsOf(text.folded)
    return kinds.flatMap(([kind, name]) => {
      const found = firstOf(fitting, kind, { text, views })
      return found ? [{ kind: name, ...found }] : []
    })
  }
}

function lexiconOf(list: TermList): Lexicon {
  const finder = (kind: TermKind | 'advice'): TermFinder => termFinder(list, list[kind])
  return {
    list,
    script: new RegExp(`\\p{Script=${list.script}}`, 'u'),
    find: {
      unlawful: finder('unlawful'),
      sensitive: finder('sensitive'),
      pornographic: finder('pornographic'),
      publicOrder: finder('publicOrder'),
      rights: finder('rights'),
      advice: finder('advice'),
    },
  }
}

/** Latin and Arabic letters are shared by languages in which one word means different things. */
function fits({ list, script }: Lexicon, { source, folded }: MessageText): boolean {
  if (!script.test(list.script === 'Latin' ? folded.text : source)) return false
  if (list.script === 'Latin') return latinLanguages(folded.text).has(list.language)
  return list.script !== 'Arabic' || arabicLanguages(source).has(list.language)
}

function firstOf(
  lexicons: readonly Lexicon[],
  kind: TermKind,
  { text, views }: { readonly text: MessageText; readonly views: readonly Folded[] },
): Omit<Classified, 'kind'> | undefined {
  let doubted: Omit<Classified, 'kind'> | undefined
  for (const view of views)
    for (const { find } of lexicons) {
      const span = find[kind](view.text)
      if (!span) continue
      const certain = !(advisable.has(kind) && inSentenceWith(view.text, span, find.advice))
      const found = { certain, ...text.at(view, span.start, span.end) }
      if (certain) return found
      doubted ??= found
    }
  return doubted
}

/** Kinds that an honest message warns of: forged notes, fraud, pirated goods. */
const advisable: ReadonlySet<TermKind> = new Set(['unlawful', 'rights'])

function viewsOf(folded: Folded): readonly Folded[] {
  return [...new Set([folded, spelledWhole(folded), unmasked(folded)])]
}
