import type { Storage } from '@minibell/ports'
import type { MiniApi } from './api.ts'
import { ask } from './ask.ts'

/**
 * `Storage` on a host's own. A value of more than `partUnits` UTF-16 units lies in parts of a new generation, which its head names
 * only when all of them are there; so a value is never half of one and half of another. One call at a time, in order.
 */
export function miniStorage(api: MiniApi, partUnits: number): Storage {
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(run)
    last = mine.catch(() => {})
    return mine
  }

  const read = (key: string): Promise<string | undefined> =>
    ask<{ readonly data: unknown }>((ends) => api.getStorage({ key, ...ends })).then(
      ({ data }) => (data == null ? undefined : String(data)),
      (error: Error) => {
        // WeChat fails where Alipay gives null.
        if (!/not found/i.test(error.message)) throw error
        return undefined
      },
    )

  const write = (key: string, data?: string): Promise<unknown> =>
    ask((ends) => (data == null ? api.removeStorage({ key, ...ends }) : api.setStorage({ key, data, ...ends })))

  const get = async (key: string): Promise<string | undefined> => {
    const head = await read(headOf(key))
    if (!head) return
    if (head[0] === '=') return head.slice(1)
    const parts = await Promise.all(partsOf(key, head).map(read))
    if (parts.includes(undefined)) throw new Error(`Failed to read ${key}: a part of it is gone. Write it again.`)
    return parts.join('')
  }

  const set = async (entries: Readonly<Record<string, string | undefined>>): Promise<void> => {
    const undo: (readonly [key: string, before: string | undefined])[] = []
    const stale: string[] = []

    const put = (key: string, text?: string, before?: string): Promise<unknown> => {
      undo.unshift([key, before])
      return write(key, text)
    }
    const putOne = async (key: string, value: string | undefined): Promise<void> => {
      const before = await read(headOf(key))
      let after = value == null ? value : `=${value}`
      if (value && value.length >= partUnits) {
        const pieces = cut(value, partUnits)
        after = `${generationOf(before) + 1}.${pieces.length}`
        for (const name of partsOf(key, after)) await put(name, pieces.shift())
      }
      stale.push(...partsOf(key, before))
      await put(headOf(key), after, before)
    }

    try {
      for (const key of Object.keys(entries)) await putOne(key, entries[key])
    } catch (error) {
      // Backwards through states that all had room.
      for (const [key, before] of undo) await write(key, before)
      throw error
    }
    for (const key of stale) await write(key).catch(() => {})
  }

  return {
    get: (key) => inTurn(() => get(key)),
    set: (entries) => inTurn(() => set(entries)),
    async keys(prefix) {
      const { keys } = await inTurn(() => ask<{ readonly keys: readonly string[] }>((ends) => api.getStorageInfo(ends)))
      const start = headOf(prefix)
      return keys
        .filter((key) => key.startsWith(start))
        .map((key) => key.slice(3))
        .sort()
    },
  }
}

const headOf = (key: string): string => `mb/${key}`

/** A head that names parts reads `generation.count`. */
const generationOf = (head = ''): number => parseInt(head, 10) || 0

function partsOf(key: string, head = ''): string[] {
  const generation = generationOf(head)
  const count = generation && Number(head.split('.')[1])
  return Array.from({ length: count }, (_, at) => `mb#${generation}.${at}/${key}`)
}

/** Never between the halves of a surrogate pair: hosts keep UTF-8. */
function cut(text: string, units: number): string[] {
  const pieces: string[] = []
  let from = 0
  while (from < text.length) {
    const to = from + units
    const end = /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to
    pieces.push(text.slice(from, end))
    from = end
  }
  return pieces
}
