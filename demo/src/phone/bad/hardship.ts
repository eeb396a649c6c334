import { type Cell, cell } from '../../door/cell.ts'

/** What makes a phone bad; each by itself. */
export interface Hardship {
  /** 400 ms there and back, and now and then nothing comes. */
  readonly slow: boolean
  /** In Arabic, right to left. */
  readonly rtl: boolean
  readonly dark: boolean
  /** Text at 200 %. */
  readonly large: boolean
}

export type HardshipCell = Cell<Hardship>

/** A good phone, kept for this tab. */
export function hardshipOf(memory: Pick<Storage, 'getItem' | 'setItem'>): HardshipCell {
  const now = cell({ ...good, ...kept(memory) })
  now.watch((hardship) => memory.setItem(key, JSON.stringify(hardship)))
  return now
}

const good: Hardship = { slow: false, rtl: false, dark: false, large: false }
const key = 'minibell-demo/hardship'

function kept(memory: Pick<Storage, 'getItem'>): Partial<Hardship> {
  try {
    return JSON.parse(memory.getItem(key) ?? '{}') // written above
  } catch {
    return {}
  }
}
