import type { SenderRecord } from '@minibell/mock'
import type { PersonWithUses } from '../../door/control.ts'
import { dateText, firstName, minuteText } from '../../look/words.ts'

/** A journal row's line with names in place of ids and local times in place of UTC. */
export function readable(
  summary: string,
  world: {
    readonly persons: readonly PersonWithUses[]
    readonly senders: readonly SenderRecord[]
    readonly timeZone: string
  },
): string {
  const names = new Map([
    ...world.persons.map(({ id, name }) => [id, firstName(name)] as const),
    ...world.persons.flatMap(({ recipientIds, name }) => recipientIds.map(({ id }) => [id, firstName(name)] as const)),
    ...world.senders.flatMap(({ id, wireId, name }) => [[id, name] as const, [wireId, name] as const]),
  ])
  return summary
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, (text) => instantText(Date.parse(text), world.timeZone))
    .replace(/[\w-]+/g, (word) => names.get(word) ?? word)
}

function instantText(at: number, timeZone: string): string {
  return `${dateText(at, timeZone)}, ${minuteText(at, timeZone)}`
}
