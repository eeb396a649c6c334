import type { JournalRow } from '@minibell/mock'

/** Rows since the world was last reset or replaced: what came before is about other people with the same names. */
export function thisWorld(rows: readonly JournalRow[]): readonly JournalRow[] {
  const reset = rows.findLastIndex(
    (row) => row.verdict === 'ok' && /\/control\/v1\/world(\/reset)?$/.test(row.path ?? ''),
  )
  return rows.slice(reset + 1)
}

/** Rows of the machinery under the story: sessions, tokens, connections. */
export function isMachinery(row: JournalRow): boolean {
  return row.kind === 'connection' || /\/control\/v1\/(sessions|access-tokens)/.test(row.path ?? '')
}
