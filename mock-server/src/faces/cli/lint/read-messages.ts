import { Sentence } from '../command.ts'
import { factOf } from '../json-file.ts'
import { csvRows } from './csv.ts'
import { type DraftMessage, draftOf } from './draft-message.ts'
import { type DraftTemplate, draftTemplateOf } from './draft-template.ts'
import { elementLines } from './element-lines.ts'

/** A message of a mini-program, or a proposal for WeChat's template library. */
export type Draft = DraftMessage | DraftTemplate

/** Messages and templates of a file's text: `.csv`, `.jsonl` or `.ndjson` by its name, JSON otherwise. Throws `Sentence`. */
export function readMessages(file: string, text: string): readonly Draft[] {
  const whole = text.replace(/^\ufeff/, '')
  if (/\.csv$/i.test(file)) return fromCsv(file, whole)
  if (/\.(jsonl|ndjson)$/i.test(file)) return fromLines(file, whole)
  return fromJson(file, whole)
}

/** The first row names the columns; others than ours are let be. */
function fromCsv(file: string, text: string): readonly Draft[] {
  const [head, ...rows] = csvRows(text)
  const names = head?.cells.map((name) => name.trim()) ?? []
  if (!names.includes('title'))
    throw new Sentence(
      `Failed to lint: ${file} has no column "title" in its first row. Name the columns title, content, jumpUrl, or title, content, example, class, kind.`,
    )
  return rows.map(({ cells, line }) => {
    const pairs = names.map((name, at) => [name, cells[at] ?? ''] as const)
    return taken(Object.fromEntries(pairs), { file, line })
  })
}

function fromLines(file: string, text: string): readonly Draft[] {
  return text.split(/\r?\n/).flatMap((content, index) => {
    const line = index + 1
    return content.trim() === '' ? [] : [taken(parsed(content, { file, line }), { file, line })]
  })
}

function fromJson(file: string, text: string): readonly Draft[] {
  const value = parsed(text, { file })
  if (!Array.isArray(value)) return [taken(value, { file, line: 1 })]
  const lines = elementLines(text)
  return value.map((each: unknown, index) => taken(each, { file, line: lines[index] ?? 1 }))
}

function parsed(text: string, { file, line }: { readonly file: string; readonly line?: number }): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = line === undefined ? file : `${file}:${line}`
    throw new Sentence(`Failed to lint: ${place} is no JSON (${factOf(error)}). Mend it.`)
  }
}

function taken(value: unknown, at: { readonly file: string; readonly line: number }): Draft {
  const draft = draftTemplateOf(value, at) ?? draftOf(value, at)
  if (draft) return draft
  throw new Sentence(
    `Failed to lint: ${at.file}:${at.line} is no message. Give an object with title, content and jumpUrl, or with title, content, example, class and kind.`,
  )
}
