/** Words that are frequent in one language of Latin letters and rare in the others, folded. */
const frequent: Readonly<Record<string, string>> = {
  en: 'the of to and you your is are we our with for at from this that on it be have has will not all now get my by or us they who can was were if no free here any when',
  fr: 'l d j qu c le la les des du de et vous votre vos nous notre est sont avec pour dans sur un une au aux ce cette ces qui que pas ou il elle en par plus sans chez des tous toute ton ta tes se je tu',
  pt: 'o os as do da dos das e voce voces sua seu suas seus nos nosso nossa para em no na nos nas um uma que nao por pelo pela mais sem ao aos esta este isso foi sao de se te eu ele todos todas',
  sw: 'ya wa na kwa ni za la cha vya yako yetu wako wetu yangu katika hadi kutoka kwenye au kuwa sasa leo tu bila kama hii huu hiyo hao wewe sisi nyinyi kila zote yote wote kabla baada saa',
  ha: 'da na ta ya ku za an ba ne ce mu ka ga kan don domin zuwa cikin daga duk wannan ran ranar sai ko kuma muna kuna yau mai masu kuɗi kudi wa ki su shi ita akan har',
}

const languages = Object.keys(frequent)

/** By word, the places in `languages` of those where it is frequent. */
const words = new Map<string, number[]>()
Object.values(frequent).forEach((list, place) => {
  for (const word of new Set(list.split(' '))) words.set(word, [...(words.get(word) ?? []), place])
})

/**
 * The languages of Latin letters that a folded text may be in: those with at least half as many frequent words as the best, and
 * all five when it has hardly any.
 */
export function latinLanguages(folded: string): ReadonlySet<string> {
  if (last?.folded !== folded) last = { folded, languages: languagesOf(folded) }
  return last.languages
}

let last: { readonly folded: string; readonly languages: ReadonlySet<string> } | undefined

function languagesOf(folded: string): ReadonlySet<string> {
  const counts = languages.map(() => 0)
  for (const token of folded.match(/[a-z]+/g) ?? [])
    for (const place of words.get(token) ?? []) counts[place] = (counts[place] ?? 0) + 1
  const best = Math.max(...counts)
  const least = best < 2 ? 0 : best === 2 ? 1 : best / 2
  return new Set(languages.filter((_, place) => (counts[place] ?? 0) >= least))
}

/** Whether a text in Arabic letters may be Arabic, Urdu or both: each has letters that the other lacks. */
export function arabicLanguages(source: string): ReadonlySet<string> {
  const urdu = /[ٹڈڑںےہۓگچپژھ]/.test(source)
  const arabic = /[ةيىكأإؤئآ]/.test(source)
  return new Set([...(urdu || !arabic ? ['ur'] : []), ...(arabic || !urdu ? ['ar'] : [])])
}
