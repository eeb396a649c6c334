import type { ScanRange } from '../../platform/store.ts'
import { textOfKey } from './engine/key-text.ts'

/** A range of keys as `ZRANGE … BYLEX` takes it. Nothing where no key can be in the range. */
export function boundsOf({
  prefix,
  after,
  before,
}: ScanRange): { readonly from: string; readonly below: string } | undefined {
  const start = textOfKey(prefix)
  const [above, under] = [after, before].map((key) => (key === undefined ? undefined : textOfKey(key)))
  // No key's text has a byte above U+007F, so that this is above all that start so.
  const end = `${start}\u0080`
  if ((above ?? '') >= end || (under !== undefined && under <= start)) return undefined
  if (above !== undefined && under !== undefined && above >= under) return undefined
  return {
    from: above !== undefined && above >= start ? `(${above}` : `[${start}`,
    below: `(${under !== undefined && under < end ? under : end}`,
  }
}
