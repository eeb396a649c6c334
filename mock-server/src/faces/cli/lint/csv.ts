/** One row of CSV and the line on which it begins. */
export interface CsvRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** Rows by RFC 4180: commas, double quotes, line breaks inside quotes; rows without any text are left out. */
export function csvRows(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  const endRow = (): void => {
    if (cells.some((cell) => cell !== '')) rows.push({ cells, line: begun })
    cells = []
  }
  // A cell with what ends it: a quoted text with doubled quotes inside, or anything up to a comma or a line break.
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"?|([^",\r\n]*))[^,\r\n]*(,|\r?\n|$)/g)) {
    if (cells.length === 0) begun = line
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    line += whole.split('\n').length - 1
    if (end !== ',') endRow()
    if (end === '') break
  }
  return rows
}
