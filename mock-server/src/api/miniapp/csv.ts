/** A line that is no line of a file of recipients. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
  /** 1 is the first. */
  readonly line: number
  readonly received: string

  constructor(line: number, received: string) {
    super(`Failed to read line ${line}: it is ${received}. Give one uniqueId of 1 to 128 characters a line.`)
    this.line = line
    this.received = received
  }
}

/** Longer lines are refused before they are whole. */
const longestLine = 1_024

/**
 * The first column of a CSV file in UTF-8, line by line; a first line `uniqueId` is a heading, empty lines are skipped. Holds one piece
 * and one line. Throws `CsvError`.
 */
export async function* uniqueIdsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let line = 0
  for await (const text of linesOf(chunks)) {
    line += 1
    if (text.trim() === '') continue
    const id = firstColumn(text)
    if (line === 1 && id?.toLowerCase() === 'uniqueid') continue
    if (id === undefined || id === '')
      throw new CsvError(line, id === '' ? 'a line without an id' : 'a broken quotation')
    if (id.length > 128) throw new CsvError(line, `an id of ${id.length} characters`)
    yield id
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let line = 0
  for await (const chunk of chunks) {
    const parts = (rest + decoded(decoder, line + 1, chunk)).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      line += 1
      yield checked(part, line)
    }
    checked(rest, line + 1)
  }
  const last = rest + decoded(decoder, line + 1)
  if (last !== '') yield checked(last, line + 1)
}

function decoded(decoder: TextDecoder, line: number, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new CsvError(line, 'no valid UTF-8')
  }
}

function checked(text: string, line: number): string {
  if (text.length > longestLine) throw new CsvError(line, `longer than ${longestLine} characters`)
  return text.endsWith('\r') ? text.slice(0, -1) : text
}

function firstColumn(text: string): string | undefined {
  if (!text.startsWith('"')) return (text.split(',')[0] ?? '').trim()
  return /^"((?:[^"]|"")*)"(?:,|\s*$)/.exec(text)?.[1]?.replace(/""/g, '"')
}

/** One line of a result file; ids with commas, quotes or line feeds are quoted, and nothing starts a formula. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cellOf).join(',')
}

function cellOf(cell: string | number): string {
  const text = String(cell)
  const safe = typeof cell === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
