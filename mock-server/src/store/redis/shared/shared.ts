import type { SharedStore } from '../../../platform/store.ts'
import { ownText } from '../../own.ts'
import type { StoreParts } from '../redis-store.ts'
import { parsedSetting } from '../whole.ts'
import { sharedRows } from './shared-rows.ts'

/** What processes share besides partitions. */
export function sharedOn(parts: StoreParts): SharedStore {
  const { engine, places, talk } = parts
  const [settings, alive] = [places.shared('settings'), places.shared('alive')]
  return {
    process: talk.process,
    announce: () => talk.announce(),
    onAnnounced: talk.onLook,
    alone: talk.alone,
    async living() {
      return new Set((await engine.run(alive, ['ZRANGE', alive, '0', '-1'])) as readonly string[])
    },
    async settings() {
      // Names and values in turns.
      const flat = (await engine.run(settings, ['HGETALL', settings])) as readonly string[]
      return new Map(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, parsedSetting(flat[at + 1])] as const] : [])))
    },
    async putSetting(name, value) {
      await engine.run(settings, ['HSET', settings, name, ownText(value)])
    },
    rows: sharedRows(parts),
  }
}
