import type { Sender } from '@minibell/protocol'

/** What stands for a sender: its icon, and initials on a colour until that is loaded or when there is none. */
export interface Avatar {
  readonly icon?: string
  /** One or two characters, upper case. */
  readonly initials: string
  /** A CSS colour on which white text has a contrast of 4.5 or more; the same for a sender everywhere. */
  readonly colour: string
}

export function avatarOf(sender: Sender): Avatar {
  const { icon, name } = sender
  return { ...(icon !== undefined && { icon }), initials: initialsOf(name), colour: colourOf(sender.id) }
}

/** Of the first two words; by code point, so that no character is torn. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/, 2)
  return words
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

function colourOf(id: string): string {
  let sum = 0
  for (let index = 0; index < id.length; index += 1) sum = (sum * 31 + id.charCodeAt(index)) % 65_521
  return `#${colours[sum % colours.length]}`
}

const colours = ['3451b2', '0b6e75', '18794e', 'a2336e', '793aaf', 'ad4a09', '0d6cab', '5c5c66']
