import { keyOfText, tagOf } from './key-text.ts'

/** Where one partition of one life of the store is: four keys and a channel, all of one hash slot. */
export interface Place {
  /** Hash: value by key as `VERSION JSON`, and `meta`. */
  readonly rows: string
  /** Sorted set of the keys, all with score 0, but for those that are unsorted yet. */
  readonly index: string
  /** List of keys that were new since somebody last asked for their order. */
  readonly unsorted: string
  /** Stream: one entry an offset, with the id `OFFSET-0`. */
  readonly log: string
  /** Sharded channel: `FROM TO` after each append. */
  readonly channel: string
}

/** Names of keys below one prefix. */
export interface Places {
  of(life: number, partition: string): Place
  /** Pattern of all keys that hold rows or logs, of whatever life. */
  readonly all: string
  /** What such a key is of; nothing for another key. */
  read(
    key: string,
  ):
    | { readonly life: number; readonly partition: string; readonly kind: 'rows' | 'index' | 'unsorted' | 'log' }
    | undefined
  /** What all processes share besides partitions; one slot. */
  shared(name: 'talk' | 'alive' | 'life' | 'lives' | 'lock' | 'settings' | 'journal' | 'shelf' | 'rights'): string
}

/** Field of a rows hash: `VERSION BASE TOP`, as the last commit left them. */
export const metaField = '\u007fmeta'

const kinds = { r: 'rows', i: 'index', u: 'unsorted', l: 'log' } as const

export function placesBelow(prefix: string): Places {
  const pattern = new RegExp(`^${prefix.replace(/[^\w]/g, '\\$&')}:\\{([^{}]*)\\}:(\\d+):([riul])$`)
  return {
    of(life, partition) {
      const stem = `${prefix}:{${tagOf(partition)}}:${life}`
      return placeAt(stem)
    },
    all: `${prefix}:{*}:*:[riul]`,
    read(key) {
      const [, tag, life, kind] = pattern.exec(key) ?? []
      if (tag === undefined || life === undefined) return undefined
      // The pattern lets no other letter through.
      return { life: Number(life), partition: keyOfText(tag), kind: kinds[kind as keyof typeof kinds] }
    },
    shared: (name) => `${prefix}:{\u007fshared}:${name}`,
  }
}

/** `stem` holds a hash tag. */
export function placeAt(stem: string): Place {
  return { rows: `${stem}:r`, index: `${stem}:i`, unsorted: `${stem}:u`, log: `${stem}:l`, channel: `${stem}:n` }
}
