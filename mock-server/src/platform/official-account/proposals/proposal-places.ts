import { type Key, keyOf, padded, prefixOf } from '../../storage/key.ts'
import type { LibraryEntry } from '../records.ts'
import type { Proposal } from './proposal.ts'

/** The partition of what accounts proposed and of the entries that came of it. */
export const libraryPartition = 'official-library'

export const libraryKeys = {
  /** How many proposals there were. */
  last: keyOf<number>('last'),
  proposal: (id: number): Key<Proposal> => keyOf('proposal', padded(id)),
  proposals: prefixOf('proposal'),
  entry: (id: string): Key<LibraryEntry> => keyOf('entry', id),
  entries: prefixOf('entry'),
} as const
