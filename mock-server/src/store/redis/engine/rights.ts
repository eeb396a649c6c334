import { randomBytes } from 'node:crypto'
import type { Engine } from './engine.ts'
import { metaField, type Places, placeAt } from './places.ts'
import { commitScript, scanScript, trimScript } from './scripts.ts'

/**
 * Does once, on keys of its own that it removes, whatever a store does: a program that lacked a permission half-way would leave its first
 * half behind. Rejects with `EngineError`, `forbidden` where something is missing.
 */
export async function proveRights(engine: Engine, places: Places): Promise<void> {
  const stem = `${places.shared('rights')}:${randomBytes(5).toString('hex')}`
  const { rows, index, log, unsorted, channel } = placeAt(stem)
  const heard = (): void => undefined
  try {
    await engine.subscribe(channel, heard)
    await engine.script(
      commitScript,
      [rows, index, log, unsorted],
      ['0', channel, '0', '0', '2', 'a', '1', 'b', '2', '0', '"x"'],
    )
    await engine.script(scanScript, [rows, index, unsorted], ['[a', '(c', '9', ''])
    await engine.script(commitScript, [rows, index, log, unsorted], ['0', channel, '-1', '1', 'a', '1', '0', '1', 'a'])
    await engine.run(rows, ['HGET', rows, metaField])
    await engine.run(log, ['XRANGE', log, '-', '+', 'COUNT', '1'])
    await engine.script(trimScript, [rows, log], ['1'])
  } finally {
    await Promise.allSettled([
      engine.unsubscribe(channel, heard),
      ...[rows, index, log, unsorted].map((key) => engine.run(key, ['UNLINK', key])),
    ])
  }
}
