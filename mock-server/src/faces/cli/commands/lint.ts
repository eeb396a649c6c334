import { ownVersion } from '../../server/own-files.ts'
import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { readJsonFile, readTextFile } from '../json-file.ts'
import { judgeMessage, type KnownPages, type LintedMessage } from '../lint/judge-messages.ts'
import { readMessages } from '../lint/read-messages.ts'
import { humanReport, jsonReport, type Language, sarifReport } from '../lint/reports.ts'

/** The content rules (MA-8 to MA-12) over files, without a platform. */
export const lint: Command = {
  name: 'lint',
  takes: 'FILE…',
  summary: 'Checks messages in JSON, JSON Lines or CSV files by the content rules; exit 1 on a refusal',
  options: {
    world: { type: 'string', value: 'FILE', says: 'a world whose mini-programs’ pages are checked too (MA-12)' },
    from: { type: 'string', value: 'ID', says: 'miniappId of messages that name none' },
    language: { type: 'string', value: 'L', says: 'of hints: en or zh (default en)' },
    json: { type: 'boolean', says: 'print JSON' },
    sarif: { type: 'boolean', says: 'print SARIF 2.1.0' },
  },
  run: lintFiles,
}

async function lintFiles(given: Given, io: Io): Promise<number> {
  if (given.words.length === 0) throw new Sentence('Failed to lint: there is no file. Run "minibell lint --help".')
  const known = await knownPages(given.text('world'))
  const from = given.text('from')
  const linted: LintedMessage[] = []
  for (const file of given.words) {
    const text = await readTextFile(file, { verb: 'lint', what: 'the file' })
    for (const message of readMessages(file, text))
      linted.push(judgeMessage({ ...(from !== undefined && { appId: from }), ...message }, known))
  }
  io.print(reportOf(linted, given))
  return linted.some(({ word }) => word === 'refused') ? 1 : 0
}

function reportOf(linted: readonly LintedMessage[], given: Given): string {
  if (given.flag('sarif')) return sarifReport(linted, ownVersion())
  return given.flag('json') ? jsonReport(linted) : humanReport(linted, languageOf(given.text('language') ?? 'en'))
}

function languageOf(text: string): Language {
  if (text === 'en' || text === 'zh') return text
  throw new Sentence(`Failed to lint: --language "${text}" is neither en nor zh. Choose one.`)
}

/** Pages of a world's mini-programs; the world is only read, not loaded. */
async function knownPages(file: string | undefined): Promise<KnownPages> {
  if (file === undefined) return new Map()
  const world = await readJsonFile(file, { verb: 'lint', what: 'the world' })
  const { decodeSender, WorldError } = await import('../../../platform/index.ts')
  const senders: readonly unknown[] = Object(world)['senders'] ?? []
  try {
    return new Map(
      senders
        .map((sender, index) => decodeSender(sender, `senders[${index}]`))
        .map(({ wireId, pages }) => [wireId, pages]),
    )
  } catch (error) {
    if (error instanceof WorldError) throw new Sentence(error.message, { cause: error })
    throw error
  }
}
