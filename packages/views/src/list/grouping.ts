import type { InboxItem } from '@minibell/protocol'
import { type Listed, placeIn } from './listed.ts'

/** A list by sender: the sender of the newest item leads, within a group the newest does. */
export interface Grouped extends Listed {
  /** −1 when it is not in the list. */
  indexOf(item: InboxItem): number
}

/**
 * Groups by sender, to be asked with each new state of one list, newest first. What is new at its top costs as much as there is of it; any
 * other change costs a pass. Each answer stays as it is.
 */
export function grouping(): (items: Listed) => Grouped {
  let groups = new Map<string, InboxItem[]>()
  let last: Listed = { length: 0, at: () => undefined }
  return (items) => {
    let fresh = newOnTop(last, items)
    if (fresh < 0) {
      groups = new Map()
      fresh = items.length
    }
    last = items
    while (fresh) {
      fresh -= 1
      const item = items.at(fresh) as InboxItem // within the length
      const group = groups.get(item.sender)
      if (group) group.push(item)
      else groups.set(item.sender, [item])
    }
    return groupedOf([...groups.values()].map(newestFirst), items.length)
  }
}

/** How many are new on top of what was there, when nothing else changed; else −1. Lists grow at their ends only. */
function newOnTop(before: Listed, now: Listed): number {
  const count = now.length - before.length
  const isSame = (one: number, other: number): boolean => now.at(one) === before.at(other)
  return count >= 0 && isSame(count, 0) && isSame(now.length - 1, before.length - 1) ? count : -1
}

/** `rows` oldest first; they may grow at their end afterwards. */
function newestFirst(rows: readonly InboxItem[]): Listed {
  const { length } = rows
  return { length, at: (index) => (index < length ? rows[length - 1 - index] : undefined) }
}

function groupedOf(groups: readonly Listed[], length: number): Grouped {
  const newest = (group: Listed): InboxItem => group.at(0) as InboxItem // none is empty
  const ordered = [...groups].sort((one, other) => newest(other).offset - newest(one).offset)
  return {
    length,
    at(index) {
      let rest = index
      const group = ordered.find((one) => {
        if (rest < one.length) return true
        rest -= one.length
        return false
      })
      return group && rest >= 0 ? group.at(rest) : undefined
    },
    indexOf(item) {
      let start = 0
      for (const group of ordered) {
        const place = newest(group).sender === item.sender ? placeIn(group, item.offset) : -1
        if (place >= 0) return Object(group.at(place)).id === item.id ? start + place : -1
        start += group.length
      }
      return -1
    },
  }
}
