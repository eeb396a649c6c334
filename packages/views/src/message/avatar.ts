import type { Sender } from '@minibell/protocol'
import { isAllowed } from './pictures.ts'

/** What stands for a sender: its icon, and a letter on a colour until that is loaded or when there is none. */
export interface Avatar {
  readonly icon: string | undefined
  /** First character of the name, never half of one. */
  readonly letter: string | undefined
  /** A CSS colour on which white text has a contrast of 4.5 or more; the same for a sender everywhere. */
  readonly colour: string
}

/** The colour comes from the id, so that a new name keeps it. The icon is there only when `pictures` allows its address. */
export function avatarOf({ id, name, icon }: Sender, pictures?: RegExp): Avatar {
  let hue = 0
  for (const character of id) hue = (hue * 31 + character.charCodeAt(0)) % 360
  // Yellow to cyan are bright by nature.
  const colour = `hsl(${hue},50%,${hue > 20 && hue < 205 ? 28 : 42}%)`
  return { icon: isAllowed(icon, pictures) ? icon : undefined, letter: [...name][0], colour }
}
