/** Where a walkthrough was when the page was left, so that a reload goes on and an opened link starts anew. */
export interface Bookmark {
  readonly id: string
  /** The step that was shown. */
  readonly step: number
  /** The step that the address names; later than `step` while earlier ones are played. */
  readonly goal: number
  /** Whether the step's act was begun. */
  readonly acted: boolean
}

/** Survives a reload of this tab and nothing else. */
export type TabMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = 'minibell-demo/walkthrough'

export function keepBookmark(memory: TabMemory, bookmark: Bookmark | undefined): void {
  if (bookmark) memory.setItem(key, JSON.stringify(bookmark))
  else memory.removeItem(key)
}

export function readBookmark(memory: TabMemory): Bookmark | undefined {
  try {
    const text = memory.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as Bookmark) // written by `keepBookmark`
  } catch {
    return undefined
  }
}
