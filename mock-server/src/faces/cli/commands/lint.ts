import { ownVersion } from '../../server/own-files.ts'
import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { readJsonFile, readTextFile } from '../json-file.ts'
import { judgeDraft, type KnownPages, type LintContext, type LintedMessage } from '../lint/judge-messages.ts'
import { readMessages } from '../lint/read-messages.ts'
import { humanReport, jsonReport, type Language, sarifReport } from '../lint/reports.ts'

/** The content rules of messages (MA-8 to MA-18) and of templates (WT-7 to WT-10) over files, without a platform. */
export const lint: Command = {
  name: 'lint',
  takes: 'FILE…',
  summary: 'Checks messages and WeChat templates in JSON, JSON Lines or CSV files; exit 1 on a refusal',
  options: {
    world: { type: 'string', value: 'FILE', says: 'a world whose mini-programs’ pages are checked too (MA-12)' },
    from: { type: 'string', value: 'ID', says: 'miniappId of messages that name none' },
    brands: { type: 'string', value: 'A,B', says: 'names that templates may not have, besides known brands (WT-9.1)' },
    endings: {
      type: 'string',
      value: 'E',
      says: 'of template titles: literal admits “alert” (WT-9.2; default review)',
    },
    language: { type: 'string', value: 'L', says: 'of hints: en or zh (default en)' },
    json: { type: 'boolean', says: 'print JSON' },
    sarif: { type: 'boolean', says: 'print SARIF 2.1.0' },
  },
  run: lintFiles,
}

async function lintFiles(given: Given, io: Io): Promise<number> {
  if (given.words.length === 0) throw new Sentence('Failed to lint: there is no file. Run "minibell lint --help".')
  const context: LintContext = { known: await knownPages(given.text('world')), templates: templateContext(given) }
  const from = given.text('from')
  const linted: LintedMessage[] = []
  for (const file of given.words) {
    const text = await readTextFile(file, { verb: 'lint', what: 'the file' })
    for (const message of readMessages(file, text))
      linted.push(judgeDraft({ ...(from !== undefined && { appId: from }), ...message }, context))
  }
  io.print(reportOf(linted, given))
  return linted.some(({ word }) => word === 'refused') ? 1 : 0
}

function reportOf(linted: readonly LintedMessage[], given: Given): string {
  if (given.flag('sarif')) return sarifReport(linted, ownVersion())
  return given.flag('json') ? jsonReport(linted) : humanReport(linted, languageOf(given.text('language') ?? 'en'))
}

function templateContext(given: Given): LintContext['templates'] {
  const endings = given.text('endings') ?? 'review'
  if (endings !== 'review' && endings !== 'literal')
    throw new Sentence(`Failed to lint: --endings "${endings}" is neither review nor literal. Choose one.`)
  const brands =
    given
      .text('brands')
      ?.split(',')
      .map((name) => name.trim()) ?? []
  return { endings, brands: brands.filter((name) => name !== '') }
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
