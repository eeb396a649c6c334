import { expect, test } from 'vitest'
import { fold } from '../../text/fold.ts'
import { servedTerms } from '../prohibited/served-terms.ts'
import { anchorsOf } from './anchors.ts'
import { termFinder } from './compile.ts'

const latin = { script: 'Latin' }

const find = (terms: string, text: string) => {
  const folded = fold(text).text
  const span = termFinder(latin, terms)(folded)
  return span && folded.slice(span.start, span.end)
}

test.each([
  ['meter bypass', 'A meter bypass, now', 'meter bypass'],
  ['(sure|free) bet*', 'free bets', 'free bets'],
  ['(sure )?bet', 'a bet', 'bet'],
  ['sell ~ kidney', 'your kidney we sell', 'kidney we sell'],
  ['sell ~ kidney', 'We sell. A kidney', undefined],
  ['(a|b) ?cd', 'bcd', 'bcd'],
  ['bets?', 'one bet', 'bet'],
  ['re:x+y', 'axxyb', 'xxy'],
  ['re(weed):we+d', 'weeed and weed', 'weeed'],
  ['re(weed):we+d', 'weeed', undefined],
  ['spy app', 'spyapp', undefined],
])('MA-13: the term %s in "%s" is %s', (terms, text, found) => {
  expect(find(terms, text)).toBe(found)
})

test.each([
  ['meter bypass', ['bypass']],
  ['(sure|free) bet*', ['sure', 'free']],
  ['(sure )?bet', ['bet']],
  ['entertainment', ['entertai']],
  ['bets?', ['bet']],
  ['(?!not)(a|free)', undefined],
  ['x', undefined],
])('MA-13: the term %s cannot do without %j', (term, anchors) => {
  expect(anchorsOf(term, { bends: false })).toEqual(anchors)
})

test('MA-13: nearly every term of the served languages has something that it cannot do without', () => {
  const all = servedTerms.flatMap(({ unlawful, sensitive, pornographic, publicOrder, rights }) =>
    [unlawful, sensitive, pornographic, publicOrder, rights].flatMap((list) => list.split(/,|\n| ~ /)),
  )
  const terms = all.map((term) => term.trim()).filter((term) => term !== '' && !term.startsWith('re'))
  const bare = terms.filter((term) => anchorsOf(fold(term).text, { bends: true }) === undefined)
  expect(bare.length / terms.length).toBeLessThan(0.1)
})
