import type { Change } from '@minibell/protocol'
import type { Scope } from '../platform.ts'
import type { LogEntry } from '../storage/person-places.ts'

/** DL-1: what of these log entries a session may see. */
export function visibleChanges(entries: readonly unknown[], scope: Scope): readonly Change[] {
  // Only drafts append to a person's log, and only `LogEntry`.
  return (entries as readonly LogEntry[]).filter((entry) => isVisible(entry, scope)).map(({ change }) => change)
}

function isVisible({ sender }: LogEntry, scope: Scope): boolean {
  return scope.kind === 'host' || sender === undefined || sender === scope.sender
}
