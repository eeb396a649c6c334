import { doors, exportsOf } from '../tools/doors.ts'

/** The names behind each door as they are now: `type Inbox`, `createInbox`. */
export function publicNames(): Record<string, string[]> {
  return Object.fromEntries(
    doors().map(({ door, file }) => [
      door,
      exportsOf(file).map(({ name, kind }) => (kind === 'type' ? `type ${name}` : name)),
    ]),
  )
}
