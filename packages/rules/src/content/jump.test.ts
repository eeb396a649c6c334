import { describe, expect, test } from 'vitest'
import { explain, firstDenial } from '../judge.ts'
import type { Finding } from '../rule.ts'
import type { ContentContext } from './attempt.ts'
import { messageElementRules } from './rules.ts'

const context: ContentContext = {
  appId: 'mp_kijani',
  sender: 'kijani',
  pages: [{ path: 'pages/home/index' }, { path: 'pages/bill/detail' }, { path: 'pages/help/index', kind: 'web-view' }],
}

function denial(jumpUrl: string, more: Partial<ContentContext> = {}): Finding | undefined {
  return firstDenial(messageElementRules, { title: 'T', content: 'C', jumpUrl }, { ...context, ...more })
}

test.each([
  'pages/bill/detail',
  '/pages/bill/detail.html?id=7',
  'pages/bill/detail?url=https%3A%2F%2Fexample.com',
  'pages/bill/detail#top',
  'mini://platformapi/startapp?_ariver_appid=mp_kijani&page=pages%2Fbill%2Fdetail&query=id%3D7',
  'pages/help/index',
])('MA-12: %s is a page of this mini-program', (jumpUrl) => {
  expect(denial(jumpUrl)).toBeUndefined()
})

describe('MA-12: what is no page of this mini-program is denied', () => {
  test.each([
    ['https://example.com/pages/bill/detail', 'host'],
    ['javascript:alert(1)', 'scheme'],
    ['mini://platformapi/startapp?_ariver_appid=mp_other&page=pages/bill/detail', 'app'],
    ['pages/../bill/detail', 'traversal'],
    ['pages%2Fbill%2Fdetail', 'encoded'],
    ['pages/bill／detail', 'character'],
    ['pages/bill/detail ', 'blank'],
    [`pages/bill/detail?x=${'x'.repeat(2048)}`, 'too-long'],
  ])('%s, as %s', (jumpUrl, reason) => {
    expect(denial(jumpUrl)).toMatchObject({
      rule: 'MA-12.jump',
      expected: 'a page of this mini-program: pages/home/index, pages/bill/detail, pages/help/index',
      received: expect.stringMatching(new RegExp(`, refused as ${reason}$`)),
      hint: {
        en: expect.stringContaining('The jump URL was refused'),
        zh: expect.stringContaining('pages/home/index'),
      },
    })
  })

  test.each([
    ['pages/Bill/detail', 'pages/bill/detail'],
    ['pages/bill/detail/', 'pages/bill/detail'],
    ['bill/detail', 'pages/bill/detail'],
    ['package/pages/bill/detail', 'pages/bill/detail'],
  ])('an unknown page %s, with the page that may be meant', (jumpUrl, near) => {
    expect(denial(jumpUrl)).toMatchObject({
      rule: 'MA-12.jump',
      received: `"${jumpUrl}", which is no page of "mp_kijani"`,
      hint: { en: `Did you mean "${near}"?`, zh: `您是否想填写“${near}”？` },
    })
  })

  test('an unknown page like no other, and any page of an app without pages', () => {
    expect(denial('pages/shop/index')?.hint.en).toContain('as the manifest writes it')
    expect(denial('pages/home/index', { pages: [] })?.expected).toBe('a page of this mini-program: none is registered')
  })
})

test('MA-12: a share link passes on the own share hosts alone', () => {
  const link = 'https://h5.example.com/outside?appId=mp_kijani&page=pages/bill/detail&query='
  expect(denial(link)?.rule).toBe('MA-12.jump')
  expect(denial(link, { shareHosts: ['h5.example.com'] })).toBeUndefined()
})

test('MA-12: hidden characters of a refused URL are told by number', () => {
  expect(denial('pages/\u202egnp.a')?.received).toBe('"pages/‹U+202E›gnp.a", refused as character')
})

test('MA-12: cannot be checked where the pages are not known, and still refuses what is no page path', () => {
  const { pages: _, ...unknown } = context
  const words = (jumpUrl: string) =>
    explain(messageElementRules, { title: 'T', content: 'C', jumpUrl }, unknown).find(
      ({ rule }) => rule === 'MA-12.jump',
    )?.word
  expect([words('pages/any/page'), words('https://example.com')]).toEqual(['not-checkable', 'refused'])
})
