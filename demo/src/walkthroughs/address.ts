/** Where a walkthrough stands, as the page's address carries it: `#walkthrough=first-message/3`. Steps count from 1. */
export interface WalkthroughAddress {
  readonly id: string
  readonly step: number
}

/** `undefined` when the hash names no walkthrough; a missing or strange step is the first. */
export function addressIn(hash: string): WalkthroughAddress | undefined {
  const value = new URLSearchParams(hash.replace(/^#/, '')).get('walkthrough')
  if (!value) return undefined
  const [id = '', step = '1'] = value.split('/')
  const number = Number.parseInt(step, 10)
  return { id, step: Number.isInteger(number) && number > 0 ? number : 1 }
}

/** The hash with the walkthrough's place set or, without one, taken out; other parts stay. */
export function hashWith(hash: string, address: WalkthroughAddress | undefined): string {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  parts.delete('walkthrough')
  const rest = parts.toString()
  const own = address ? `walkthrough=${address.id}/${address.step}` : ''
  return [own, rest].filter((part) => part !== '').join('&')
}
