import type { LibraryEntry } from '../records.ts'
import { firstEntries } from './first-entries.ts'

/** The library that the platform starts with. */
export const builtInLibrary: readonly LibraryEntry[] = [...firstEntries]
