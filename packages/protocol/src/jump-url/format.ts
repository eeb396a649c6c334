import type { PageJump } from '../jump.ts'
import { formatQuery } from './query.ts'

/** The canonical jump URL: a bare path, then `?` and the query where there is one. `parseJumpUrl` reads it back unchanged. */
export function formatJumpUrl(jump: Pick<PageJump, 'path' | 'query'>): string {
  const query = formatQuery(jump.query)
  return query === '' ? jump.path : `${jump.path}?${query}`
}
