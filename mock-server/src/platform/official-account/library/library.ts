import type { LibraryEntry } from '../records.ts'

/** The library that the platform starts with. */
export const builtInLibrary: readonly LibraryEntry[] = []
