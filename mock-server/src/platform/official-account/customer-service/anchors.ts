/** The target of a link inside a text message. */
export interface Link {
  readonly url?: string
  /** `data-miniprogram-appid`, with its page. */
  readonly program?: string
  readonly page?: string
}

const anchor = /<a\s([^<>]{1,2000})>([^<>]*)<\/a>/gi
const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** A text message as people read it: links are their words, everything else stays as it is. The first link that leads somewhere is given too. */
export function plainText(source: string): { readonly text: string; readonly link?: Link } {
  const links: Link[] = []
  const text = source.replace(anchor, (_, attributes: string, words: string) => {
    links.push(linkOf(attributes))
    return words
  })
  const link = links.find(({ url, program }) => url !== undefined || program !== undefined)
  return { text, ...(link && { link }) }
}

function linkOf(attributes: string): Link {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of attributes.matchAll(attribute))
    found.set(name.toLowerCase(), double ?? single ?? '')
  const url = found.get('href')
  const program = found.get('data-miniprogram-appid')
  const page = found.get('data-miniprogram-path')
  return {
    ...(url !== undefined && /^https?:/i.test(url) && { url }),
    ...(program !== undefined && { program }),
    ...(page !== undefined && { page }),
  }
}
