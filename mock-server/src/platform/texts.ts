import type { Core } from './core.ts'
import type { TextMessage, Texts } from './platform.ts'
import { personKeys, personPartition } from './storage/person-places.ts'

/** OA-3, SMS: what a person's phone got. */
export function texts(core: Core): Texts {
  return {
    of: (person, { max = 100 } = {}) =>
      core.gate.together(async () => {
        const rows = await core.store.scan(personPartition(person), { prefix: personKeys.texts, max, reverse: true })
        // Only `personKeys.text` writes below this prefix.
        return rows.map(({ value }) => value as TextMessage)
      }),
  }
}
