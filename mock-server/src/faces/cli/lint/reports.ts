import { miniappContentRules, type RuleWord, templateReviewRules } from '@minibell/rules'
import type { LintedMessage } from './judge-messages.ts'

export type Language = 'en' | 'zh'

/** One line a finding, `file:line`, and a count at the end. */
export function humanReport(linted: readonly LintedMessage[], language: Language): string {
  const lines = linted.flatMap(({ message, findings }) =>
    findings.map(({ rule, word, finding }) => {
      const fact = `expected ${finding.expected}, received ${finding.received}. ${finding.hint[language]}`
      return `${message.file}:${message.line}  ${levelOf(rule, word)}  ${rule}  ${fact}\n`
    }),
  )
  const count = (word: string): number => linted.filter((one) => one.word === word).length
  return `${lines.join('')}${linted.length} ${nounOf(linted)}: ${count('passed')} passed, ${count('warned')} warned, ${count('refused')} refused\n`
}

/** What a severity is to editors: what an operator decides is only noted. */
const levels = { deny: 'error', warn: 'warning', human: 'note' } as const

const humans: ReadonlySet<string> = new Set(
  [...miniappContentRules, ...templateReviewRules].filter(({ severity }) => severity === 'human').map(({ id }) => id),
)

function levelOf(rule: string, word: RuleWord['word']): (typeof levels)[keyof typeof levels] {
  if (word === 'refused') return levels.deny
  return humans.has(rule) ? levels.human : levels.warn
}

function nounOf(linted: readonly LintedMessage[]): string {
  const templates = linted.filter(({ message }) => 'isTemplate' in message).length
  if (templates > 0 && templates < linted.length) return 'messages and templates'
  const noun = templates === 0 ? 'message' : 'template'
  return linted.length === 1 ? noun : `${noun}s`
}

/** The same as data: `{messages: [{file, line, word, findings, notCheckable}]}`. */
export function jsonReport(linted: readonly LintedMessage[]): string {
  const messages = linted.map(({ message: { file, line }, word, findings, notCheckable }) => ({
    file,
    line,
    word,
    findings: findings.map(({ word: of, finding }) => ({ word: of, ...finding })),
    notCheckable,
  }))
  return `${JSON.stringify({ messages }, null, 2)}\n`
}

/** SARIF 2.1.0, as code hosts and editors read it. */
export function sarifReport(linted: readonly LintedMessage[], version: string): string {
  const rules = [...miniappContentRules, ...templateReviewRules].map(({ id, summary, source, severity }) => ({
    id,
    shortDescription: { text: summary.en },
    help: { text: source.quote },
    defaultConfiguration: { level: levels[severity] },
  }))
  const results = linted.flatMap(({ message, findings }) =>
    findings.map(({ rule, word, finding }) => ({
      ruleId: rule,
      ruleIndex: rules.findIndex(({ id }) => id === rule),
      level: levelOf(rule, word),
      message: { text: `Expected ${finding.expected}, received ${finding.received}. ${finding.hint.en}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(message.file) },
            region: { startLine: message.line },
          },
        },
      ],
    })),
  )
  const run = { tool: { driver: { name: 'minibell', version, rules } }, results }
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json'
  return `${JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2)}\n`
}
