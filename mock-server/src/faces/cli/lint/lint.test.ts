import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { run } from '../run.ts'
import { csvRows } from './csv.ts'
import { elementLines } from './element-lines.ts'
import { readMessages } from './read-messages.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function fileOf(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-lint-'))
  folders.push(folder)
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function lint(...args: string[]) {
  let [out, err] = ['', '']
  const code = await run(['lint', ...args], {
    print(text) {
      out += text
    },
    warn(text) {
      err += text
    },
    environment: {},
    stopped: new AbortController().signal,
  })
  return { code, out, err }
}

const good = { title: 'Your bill', content: 'It is due on Friday.', jumpUrl: 'pages/bill/detail?id=1' }
const bad = { ...good, title: 'x'.repeat(81) }

test('MA-9: a refused message is told by file, line and rule, in both languages', async () => {
  const file = fileOf('messages.json', JSON.stringify([good, bad], null, 2))
  const { code, out } = await lint(file)
  expect(code).toBe(1)
  expect(out).toMatch(
    new RegExp(
      `^${file}:7 {2}error {2}MA-9\\.title {2}expected .+, received .+\\n2 messages: 1 passed, 0 warned, 1 refused\\n$`,
    ),
  )
  expect((await lint(file, '--language', 'zh')).out).toMatch(/[\u4e00-\u9fff]/)
})

test('good messages pass from JSON, JSON Lines, CSV and whole requests', async () => {
  const request = { miniappId: 'mp_kijani', uniqueIds: ['u'], message: good }
  const files = [
    fileOf('one.json', JSON.stringify(good)),
    fileOf('request.json', JSON.stringify(request)),
    fileOf('lines.jsonl', `${JSON.stringify(good)}\n\n${JSON.stringify(request)}\n`),
    fileOf(
      'table.csv',
      '\ufefftitle,content,jumpUrl,other\r\n"Your bill, ""now""","It is due.",pages/bill/detail?id=1,x\r\n',
    ),
  ]
  expect(await lint(...files)).toEqual({ code: 0, out: '5 messages: 5 passed, 0 warned, 0 refused\n', err: '' })
})

const template = {
  title: 'Ticket collection notification',
  class: 'instant',
  kind: 'item-receipt',
  content:
    '{{first.DATA}}\nNumber of your ticket: {{keyword1.DATA}}\nPlace of the collection: {{keyword2.DATA}}\n{{remark.DATA}}',
  example: 'Dear Ms Ade, your ticket is ready.\nNumber of your ticket: 17\nPlace of the collection: Hall 4\nThank you.',
}

test('X-7, WT-8.1: proposals of templates pass from JSON, JSON Lines and CSV', async () => {
  const cells = Object.values(template).map((text) => `"${text}"`)
  const files = [
    fileOf('one.json', JSON.stringify(template)),
    fileOf('lines.jsonl', `${JSON.stringify(template)}\n${JSON.stringify(template)}\n`),
    fileOf('table.csv', `${Object.keys(template).join(',')}\n${cells.join(',')}\n`),
  ]
  expect(await lint(...files)).toEqual({ code: 0, out: '4 templates: 4 passed, 0 warned, 0 refused\n', err: '' })
})

test('WT-7.2, WT-9.2: refused templates are told by rule, in both languages; endings and brands are options', async () => {
  const file = fileOf('t.json', JSON.stringify([{ ...template, title: 'Discount notification' }, good]))
  const { code, out } = await lint(file)
  expect(code).toBe(1)
  expect(out).toMatch(/:1 {2}error {2}WT-7\.2\.advertising {2}expected .+\n(.+\n)*2 messages and templates: 1 passed/)
  expect((await lint(file, '--language', 'zh')).out).toMatch(/营销/)
  const alert = fileOf('a.json', JSON.stringify({ ...template, title: 'Ticket collection alert' }))
  expect([(await lint(alert)).code, (await lint(alert, '--endings', 'literal')).code]).toEqual([1, 0])
  expect((await lint(alert, '--endings', 'none')).err).toMatch(/^Failed to lint: --endings/)
  const branded = fileOf('b.json', JSON.stringify({ ...template, title: 'Kijani ticket collection notification' }))
  expect([(await lint(branded)).code, (await lint(branded, '--brands', 'Kijani, Soko')).code]).toEqual([0, 1])
})

test('WT-8.2: a template without parts is told what it lacks', async () => {
  const { code, out } = await lint(fileOf('t.json', JSON.stringify({ title: 'Ticket notification', class: 'instant' })))
  expect([code, out]).toEqual([1, expect.stringContaining('WT-8.1.class')])
})

test('MA-13, MA-18: deny is an error, warn a warning, human a note; what a file cannot say is not checkable', async () => {
  const contents = ['Place your bets tonight', 'Call 0711 222 333', 'Beware of sports betting with sure odds']
  const file = fileOf('m.json', JSON.stringify(contents.map((content) => ({ ...good, content }))))
  const { code, out } = await lint(file)
  expect(code).toBe(1)
  expect(out).toMatch(/error {2}MA-13\.unlawful .+\n.+warning {2}MA-13\.privacy .+\n.+note {2}MA-18\.doubtful /)
  const { messages } = JSON.parse((await lint(file, '--json')).out)
  expect(messages[0].notCheckable).toEqual(expect.arrayContaining(['MA-14.repeated', 'MA-15.topic', 'MA-17.similar']))
  const { runs } = JSON.parse((await lint(file, '--sarif')).out)
  expect(runs[0].results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note'])
})

test('MA-12: pages are checked against a world', async () => {
  const world = fileURLToPath(new URL('../../../../worlds/demo.json', import.meta.url))
  const file = fileOf('m.json', JSON.stringify({ ...good, jumpUrl: 'pages/none' }))
  expect((await lint(file)).code).toBe(0)
  const { code, out } = await lint(file, '--world', world, '--from', 'mp_kijani')
  expect([code, out]).toEqual([1, expect.stringContaining('MA-12.jump')])
})

test('JSON and SARIF carry the same findings', async () => {
  const file = fileOf('m.jsonl', `${JSON.stringify(good)}\n${JSON.stringify(bad)}\n`)
  const json = JSON.parse((await lint(file, '--json')).out)
  expect(json.messages).toMatchObject([
    { word: 'passed' },
    { line: 2, word: 'refused', findings: [{ rule: 'MA-9.title' }] },
  ])
  const { version, runs } = JSON.parse((await lint(file, '--sarif')).out)
  const [result] = runs[0].results
  expect([version, result.ruleId, result.level]).toEqual(['2.1.0', 'MA-9.title', 'error'])
  expect(runs[0].tool.driver.rules[result.ruleIndex].id).toBe('MA-9.title')
  expect(result.locations[0].physicalLocation.region).toEqual({ startLine: 2 })
})

test.each([
  ['none.json', undefined],
  ['half.json', '{"title":'],
  ['seven.json', '[7]'],
  ['half.jsonl', '{}\n{"title":'],
  ['nameless.csv', 'a,b\n1,2\n'],
])('%s is one sentence and 1', async (name, text) => {
  const { code, err } = await lint(text === undefined ? name : fileOf(name, text))
  expect([code, err]).toEqual([1, expect.stringMatching(/^Failed to lint: [^\n]+\.$/)])
})

test('whatever cells hold, CSV gives them back with their lines', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', ' ') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { size: 'max', maxLength: 20 }), (rows) => {
      const kept = rows.filter((cells) => cells.some((text) => text !== ''))
      const text = kept.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
      const found = csvRows(text)
      expect(found.map(({ cells }) => cells)).toEqual(kept)
      let line = 1
      for (const [index, cells] of kept.entries()) {
        expect(found[index]?.line).toBe(line)
        line += cells.join('').split('\n').length
      }
    }),
  )
})

test('whatever a list holds, each element is on its line', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const text = JSON.stringify(values, null, 1)
      const lines = text.split('\n')
      const found = elementLines(text)
      expect(found).toHaveLength(values.length)
      for (const line of found) expect(lines[line - 1]).toMatch(/^ \S/)
    }),
  )
})

test('a message without a part is read without it', () => {
  expect(readMessages('m.json', '{"title":"a","content":7}')).toEqual([{ file: 'm.json', line: 1, title: 'a' }])
})
