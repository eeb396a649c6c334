import type { LibraryEntry } from '../records.ts'
import { allowedEntries } from './allowed-entries.ts'
import { firstEntries } from './first-entries.ts'

/** The library that the platform starts with. */
export const builtInLibrary: readonly LibraryEntry[] = [...firstEntries, ...allowedEntries]
