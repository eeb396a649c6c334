/** All pages, in the order of the menu; the first is shown where an address names none. */
export const pageNames = [
  'sends',
  'compose',
  'recipients',
  'preview',
  'templates',
  'senders',
  'rules',
  'webhooks',
  'faults',
  'clock',
] as const

export type PageName = (typeof pageNames)[number]

/** What the part of a URL after `#` says: `#/sends/ROW?verdict=refused`. */
export interface Address {
  readonly page: PageName
  /** What of the page is open; empty: nothing in particular. */
  readonly id: string
  readonly query: Readonly<Record<string, string>>
}

/** Never fails: what is unknown leads to the first page, and what is malformed is left out. */
export function addressOf(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s)
  const [name = '', id = ''] = path.split('/').map(decoded)
  const page = pageNames.find((known) => known === name) ?? pageNames[0]
  return { page, id, query: Object.fromEntries(new URLSearchParams(search)) }
}

/** The other way round; empty values are left out. */
export function hashOf({ page, id = '', query = {} }: { readonly page: PageName } & Partial<Address>): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return `#/${page}${id === '' ? '' : `/${encodeURIComponent(id)}`}${search === '' ? '' : `?${search}`}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
