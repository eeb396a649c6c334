import type { InboxSession } from './session.ts'

/** Where a storage keeps what is of this session's person, in all scopes; no name of a person is the beginning of another's. */
export function placeOfPerson(room: string, { person }: InboxSession): string {
  return `${room}/${encodeURIComponent(person)}/`
}

/** And of its scope alone. */
export function placeOf(room: string, session: InboxSession): string {
  const { scope } = session
  return `${placeOfPerson(room, session)}${scope && scope.kind === 'sender' ? encodeURIComponent(scope.sender) : ''}/`
}
