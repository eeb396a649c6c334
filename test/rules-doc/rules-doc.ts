import { titlesOf } from '../house/titles.ts'
import { files, read } from '../tools/files.ts'
import { names, requirementIds } from '../tools/requirement-ids.ts'
import { type Heard, hearRules, type Listed } from './heard.ts'

/** The text of docs/rules.md as rules and tests are now. */
export async function rulesDoc(): Promise<string> {
  const { rules, heard } = await hearRules()
  const all = testsByTitle()
  const near = all.filter(({ file }) => /^(packages\/rules|mock-server|test\/conformance)\//.test(file))
  const link = (tests: Tested, id: string): string => testsOf(tests, id).map(linkTo).join(', ')
  const sections = rules.map((rule) =>
    section(rule, { heard: heard.get(rule.id), tests: link(near, statementOf(rule.id)) }),
  )
  const spoken = new Set(rules.map(({ id }) => statementOf(id)))
  const silent = requirementIds.filter((id) => /^(?:MA|OA|WT|WO|CS)-/.test(id) && !spoken.has(id))
  const statements = silent.map((id) => `- ${id}: ${link(all, id)}`)
  return `${[...opening, ...sections, ...closing, ...statements].join('\n')}\n`
}

const opening = [
  '# Rules',
  '',
  'Written by `npm run rules:doc` from the rules themselves, from what they answer while the conformance suite asks, and from the titles of the tests;',
  'a check of `npm test` fails when it is stale. Numbers, lists and severities are data of a rule set with a version and a date ([mock-api](mock-api.md)).',
  'Every rule can be switched off (`PUT /control/v1/rules/ID`), and `POST /control/v1/explain` asks all of them without sending.',
  '',
]

const closing = [
  '## Statements without a rule of their own',
  '',
  'They show in what the platform does, not in what it refuses.',
  '',
]

function section(
  rule: Listed,
  { heard, tests }: { readonly heard: Heard | undefined; readonly tests: string },
): string {
  const codes = heard
    ? [...heard.codes]
        .sort()
        .map((code) => `\`${code}\``)
        .join(', ')
    : 'none was heard by the suite'
  return [
    `## ${rule.id}`,
    '',
    rule.summary,
    '',
    `- Source: ${rule.source}`,
    `- Dialect: ${dialectOf(rule.id)}`,
    `- Severity: ${rule.severity}`,
    `- Codes: ${codes}`,
    ...(heard
      ? [`- Expects, for instance: ${heard.expected}`, `- Hint: ${heard.hint.en}`, `- 提示：${heard.hint.zh}`]
      : []),
    `- Tests: ${tests === '' ? 'none' : tests}`,
    '',
  ].join('\n')
}

function dialectOf(id: string): string {
  if (id.startsWith('MA-')) return 'MiniApp service messages, `/miniapp/v1`'
  if (id.startsWith('OA-')) return 'OpenAPI template messages, `/v2/miniprogram/message/send`'
  if (/^(?:WT|WO|CS)-/.test(id)) return 'WeChat official accounts, `/cgi-bin`, and their proposals and penalties'
  return 'every dialect'
}

/** `MA-9` of `MA-9.title`, `WT-7.4` of `WT-7.4.cards`. */
const statementOf = (id: string): string => /^[A-Z]+-\d+(?:\.\d+)?/.exec(id)?.[0] ?? id

type Tested = readonly { readonly file: string; readonly titles: readonly string[] }[]

function testsByTitle(): Tested {
  const tests = files('{packages,mock-server,demo,test}/**/*.test.ts').filter((file) => !file.startsWith('test/house/'))
  const cases = files('test/conformance/cases/**/*.ts')
  return [
    ...tests.map((file) => ({ file, titles: titlesOf(file, read(file)) })),
    ...cases.map((file) => ({ file, titles: statementsIn(read(file)) })),
  ]
}

/** `statement('MA-3')`, or `item('WT-7.1')`, in a file of cases. */
function statementsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:statement|item)\('([^']+)'/g)].map(([, id]) => id ?? '')
}

function testsOf(tests: Tested, id: string): readonly string[] {
  return tests.filter(({ titles }) => titles.some((title) => names(title, id))).map(({ file }) => file)
}

function linkTo(file: string): string {
  return `[${file.slice(file.lastIndexOf('/') + 1)}](../${file})`
}
