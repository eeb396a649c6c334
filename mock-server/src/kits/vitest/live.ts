import type { Undo } from '@minibell/ports'
import type { MockPlatform } from '../../faces/in-process/mock-platform.ts'
import type { JournalRow } from '../../platform/platform.ts'

const platforms = new Set<MockPlatform>()

/** Lets matchers find the journal behind an answer, until it is undone. */
export function live(mock: MockPlatform): Undo {
  platforms.add(mock)
  return () => {
    platforms.delete(mock)
  }
}

/** The row that an answer's `minibell-verdict` names, of whichever platform wrote it last. */
export function rowOf(id: string): JournalRow | undefined {
  return [...platforms]
    .reverse()
    .map((mock) => mock.platform.journal.row(id))
    .find((row) => row !== undefined)
}
