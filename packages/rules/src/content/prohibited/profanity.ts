import {
  DataSet,
  type EnglishProfaneWord,
  englishDataset,
  type ParsedPattern,
  RegExpMatcher,
  SyntaxKind,
} from 'obscenity'
import { latinLanguages } from '../../text/language.ts'
import { unmasked } from '../../text/views.ts'
import { messageText } from '../message-text.ts'
import { longestAnchor } from '../terms/anchors.ts'
import { type Asked, ask, present } from '../terms/presence.ts'
import type { Classified, Classifier } from './classifier.ts'

/** Words of the library's list that a clinic, a school or a person's name needs. */
const ordinary: ReadonlySet<string> = new Set(
  'abo,anal,anus,arse,ass,cock,cum,dick,dyke,ejaculate,fag,hooker,incest,negro,penis,piss,prick,rape,retard,scat,semen,sex,spastic,tit,turd,vagina'.split(
    ',',
  ),
)

const pornographic: ReadonlySet<string> = new Set(
  'bestiality,blowjob,boob,buttplug,deepthroat,dildo,doggystyle,double penetration,felch,fellatio,finger bang,fisting,gangbang,handjob,hentai,jerk off,jizz,lubejob,masturbate,orgasm,orgy,porn,pussy,wank'.split(
    ',',
  ),
)

/** MA-13: English profanity by a public list, whatever is written between its letters; at most one finding of each kind. */
export function profanityClassifier(): Classifier {
  let list: Profanity | undefined
  return (message) => {
    const text = messageText(message)
    if (!text || !latinLanguages(text.folded.text).has('en')) return []
    list ??= profanity()
    const { dataset, matcher, asked } = list
    const view = unmasked(text.folded)
    if (present(view.text, asked).length === 0) return []
    const found = matcher.getAllMatches(view.text, true).map((match): Classified => {
      const word = dataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? ''
      const place = text.at(view, match.startIndex, match.endIndex + 1)
      return { kind: pornographic.has(word) ? 'pornographic' : 'public-order', certain: true, ...place }
    })
    return found.filter((one, index) => found.findIndex(({ kind }) => kind === one.kind) === index)
  }
}

interface Profanity {
  readonly dataset: typeof englishDataset
  readonly matcher: RegExpMatcher
  /** For what its words cannot do without. */
  readonly asked: Asked
}

function profanity(): Profanity {
  const dataset = new DataSet<{ originalWord: EnglishProfaneWord }>()
    .addAll(englishDataset)
    .removePhrasesIf(({ metadata }) => ordinary.has(metadata?.originalWord ?? ''))
  const built = dataset.build()
  const anchors = (built.blacklistedTerms ?? []).map(({ pattern }) => literalOf(pattern).slice(0, longestAnchor))
  return { dataset, matcher: new RegExpMatcher(built), asked: ask(anchors.map((anchor) => [anchor])) }
}

/** The longest run of letters that must be there as they stand. */
function literalOf({ nodes }: ParsedPattern): string {
  const literals = nodes.map((node) => (node.kind === SyntaxKind.Literal ? String.fromCodePoint(...node.chars) : ''))
  return literals.reduce((longest, each) => (each.length > longest.length ? each : longest), '')
}
