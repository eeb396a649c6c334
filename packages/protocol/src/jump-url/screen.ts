import { type JumpUrlRefused, nameCharacter, refuse } from './refusal.ts'

/** Finds what no text of a jump URL may hold: U+0000 to U+001F, U+007F to U+009F, line and paragraph separators, and `%00`. */
export function refuseControls(text: string): JumpUrlRefused | undefined {
  const found = /[^ -~\u00a0-\u2027\u202a-\uffff]|%00/.exec(text)?.[0]
  if (found === undefined) return undefined
  return refuse('control', `it has ${found === '%00' ? found : nameCharacter(found)}`, 'Take it away.')
}
