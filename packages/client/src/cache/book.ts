import { decodeSnapshot, type Snapshot, type SnapshotItem } from '@minibell/protocol'

/** What is written on a storage: a head, and pages of items that are written anew only when something on them changed. */
export type Entries = Readonly<Record<string, string | undefined>>

/** A snapshot as it is kept. */
export interface Kept extends Snapshot {
  /** Platform's time minus the device's. */
  readonly skew: number
  /** When the latest was sent of all that were told; it may be gone. */
  readonly newestAt: number
  /** Counts or marks may lack something: to be fetched anew. */
  readonly isDoubtful: boolean
}

/** Texts of another version are none. */
const version = 1

/** Items a page; hosts allow 200,000 bytes a key at the least. */
const itemsAPage = 40

/** Remembers what is written, so that a change costs one page and the head. */
export interface Book {
  /** Throws when the texts are not what was written: then nothing of them is used. */
  open(texts: ReadonlyMap<string, string>): Kept
  /** What must be written so that `kept` is there, and the length of all texts then. Nothing is held as written before `written`. */
  entries(kept: Kept): { readonly entries: Entries; readonly length: number; written(): void }
}

/** Keys are `head` and the numbers of pages. */
export function createBook(): Book {
  /** Of each item the page where it stands. */
  let places = new Map<string, number>()
  /** Of each page what stands on it, and how long that is. */
  let pages = new Map<string, { readonly page: readonly SnapshotItem[]; readonly length: number }>()
  let head = ''

  const placed = (items: readonly SnapshotItem[]): Map<string, number> => {
    const next = new Map<string, number>()
    const used = new Map<number, number>()
    let last = 0
    const put = (id: string, page: number): void => {
      next.set(id, page)
      used.set(page, (used.get(page) || 0) + 1)
      last = Math.max(last, page)
    }
    for (const { item } of items) {
      const page = places.get(item.id)
      if (page !== undefined) put(item.id, page)
    }
    // Oldest first, so that the newest stand together on the last page.
    for (let index = items.length - 1; index >= 0; index -= 1) {
      const { id } = (items[index] as SnapshotItem).item // index is inside
      if (!next.has(id)) put(id, (used.get(last) || 0) < itemsAPage ? last : last + 1)
    }
    return next
  }

  return {
    open(texts) {
      const { v, of, ...facts } = JSON.parse(texts.get('head') || '{}')
      if (v !== version) throw new Error(`The kept inbox is of version ${v}, not ${version}. It is fetched anew.`)
      const items: SnapshotItem[] = []
      places = new Map()
      for (const [key, text] of texts) {
        if (key === 'head') continue
        const page: readonly SnapshotItem[] = JSON.parse(text)
        for (const { item } of page) places.set(item.id, Number(key))
        pages.set(key, { page, length: text.length })
        items.push(...page)
      }
      if (items.length !== of)
        throw new Error(`The kept inbox has ${items.length} items, not ${of}. It is fetched anew.`)
      items.sort((one, other) => other.item.offset - one.item.offset)
      // Of this very version, so the fields that a snapshot lacks are as they were written.
      return decodeSnapshot({ ...facts, items }) as Kept
    },
    entries(kept) {
      const { items, ...facts } = kept
      const entries: Record<string, string | undefined> = {}
      const nextPlaces = placed(items)
      const nextPages: typeof pages = new Map()
      let length = 0
      for (const [key, page] of grouped(items, nextPlaces)) {
        let next = pages.get(key)
        if (!next || !isSame(next.page, page)) {
          const text = JSON.stringify(page)
          entries[key] = text
          next = { page, length: text.length }
        }
        nextPages.set(key, next)
        length += next.length
      }
      for (const key of pages.keys()) if (!nextPages.has(key)) entries[key] = undefined
      const nextHead = JSON.stringify({ v: version, of: items.length, ...facts })
      if (nextHead !== head) entries['head'] = nextHead
      return {
        entries,
        length: length + nextHead.length,
        written() {
          places = nextPlaces
          pages = nextPages
          head = nextHead
        },
      }
    },
  }
}

function grouped(items: readonly SnapshotItem[], places: ReadonlyMap<string, number>): Map<string, SnapshotItem[]> {
  const pages = new Map<string, SnapshotItem[]>()
  for (const one of items) {
    const key = String(places.get(one.item.id))
    const page = pages.get(key)
    if (page) page.push(one)
    else pages.set(key, [one])
  }
  return pages
}

/** Items never change, but their marks do; in a new epoch they are others. */
function isSame(one: readonly SnapshotItem[], other: readonly SnapshotItem[]): boolean {
  const stands = ({ item, marks }: SnapshotItem, place: number): boolean => {
    const was = one[place] as SnapshotItem // of as many
    return was.item === item && was.marks[0] === marks[0]
  }
  return one.length === other.length && other.every(stands)
}
