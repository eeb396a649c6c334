import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explain, firstDenial } from '../judge.ts'
import { nameCharacter } from '../text/quote.ts'
import { miniappContentRules } from './rules.ts'

interface Message {
  readonly language: string
  readonly title: string
  readonly content: string
}

interface VariableCase {
  readonly language: string
  readonly text: string
  /** The form that is found, or null for a text that passes. */
  readonly refused: string | null
}

interface CharacterCase {
  readonly language: string
  readonly text: string
  /** The first special character, or null for a text that passes. */
  readonly refused: { readonly kind: string; readonly character: string } | null
}

/** Read by hand: bundlers refuse the lone surrogates in it. */
function corpus<Entry>(name: string): readonly Entry[] {
  // The form of the file is checked by the tests that use it.
  return JSON.parse(readFileSync(new URL(`corpus/${name}.json`, import.meta.url), 'utf8')) as readonly Entry[]
}

const context = { appId: 'mp_kijani', sender: 'kijani', pages: [{ path: 'pages/home/index' }] }
const languages = ['am', 'ar', 'bn', 'en', 'fr', 'ha', 'hi', 'pt', 'sw', 'ur', 'zh']
const messages = corpus<Message>('service-messages')
const variableCases = corpus<VariableCase>('ma-10')
const characterCases = corpus<CharacterCase>('ma-11')
const variants = ['NFC', 'NFD'] as const

/** What a rule says, by its id, of the text in the part that the id names. */
function wordOf(rule: string, text: string) {
  const attempt = { title: text, content: text, jumpUrl: 'pages/home/index' }
  return explain(miniappContentRules, attempt, context).find((word) => word.rule === rule)
}

describe('MA-8 to MA-12: a realistic service message passes, composed and decomposed', () => {
  test.each(messages.map((each) => [each.language, each.title, each] as const))('%s %s', (_, __, message) => {
    for (const form of variants) {
      const title = message.title.normalize(form)
      const attempt = { title, content: message.content.normalize(form), jumpUrl: '/pages/home/index?from=message' }
      expect(firstDenial(miniappContentRules, attempt, context)).toBeUndefined()
    }
  })
})

describe('MA-10: variables and markup are refused, and what only resembles them passes', () => {
  test.each(variableCases.map((each) => [each.refused ?? 'passes', each.text, each] as const))(
    '%s: %s',
    (_, __, each) => {
      for (const part of ['title', 'content']) {
        const said = wordOf(`MA-10.${part}`, each.text)
        expect(said?.word).toBe(each.refused === null ? 'passed' : 'refused')
        if (each.refused !== null)
          expect(said?.finding?.received).toMatch(new RegExp(`of the form ${escaped(each.refused)}$`))
      }
    },
  )
})

describe('MA-11: special characters are refused, and what the languages need passes', () => {
  test.each(characterCases.map((each) => [each.refused?.kind ?? 'passes', JSON.stringify(each.text), each] as const))(
    '%s: %s',
    (_, __, { text, refused }) => {
      for (const part of ['title', 'content']) {
        const said = wordOf(`MA-11.${part}`, text)
        const received = refused ? `${nameCharacter(refused.character)} (${refused.kind})` : undefined
        expect([said?.word, said?.finding?.received.split(' at ')[0]]).toEqual([
          refused ? 'refused' : 'passed',
          received,
        ])
      }
    },
  )
})

test.each([
  ['MA-10', variableCases],
  ['MA-11', characterCases],
])('%s: the corpus has at least 40 cases of each sort, over all languages', (_, cases) => {
  expect(cases.filter(({ refused }) => refused !== null).length).toBeGreaterThanOrEqual(40)
  const passing = cases.filter(({ refused }) => refused === null)
  expect(passing.length).toBeGreaterThanOrEqual(40)
  expect([...new Set(passing.map(({ language }) => language))].sort()).toEqual(languages)
})

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&')
}
