/** A folded text of one length with the original in which e-mail addresses are blank: they are no links (MA-16). */
export function withoutAddresses(folded: string): string {
  const text = folded.includes('@') ? folded.replace(address, blank) : folded
  return bracket.test(text) ? text.replace(writtenAddress, blank) : text
}

const bracket = /[[({<]/
const blank = (found: string): string => ' '.repeat(found.length)

const address = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63} ?@ ?[a-z0-9-]{1,63}(?: ?\. ?[a-z0-9-]{1,63}){1,5}/g

/** `desk (at) kijani [dot] com`. */
const writtenAddress =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63} ?[[({<] ?(?:at|@|arobase|arroba) ?[\])}>] ?[a-z0-9-]{1,63}(?: ?(?:\.|[[({<] ?(?:dot|point|ponto|\.) ?[\])}>]| dot ) ?[a-z0-9-]{1,63}){1,4}/g

/** A folded text of one length in which signs that only look like dots are dots where they stand between parts of a Latin name. */
export function withPlainDots(folded: string): string {
  return folded.replace(dotLike, '.').replace(/(?<=[a-z0-9-])[,،、](?=com(?![a-z0-9]))/g, '.')
}

const dotLike = /(?<=[a-z0-9-])[。·•∙●・‧।۔።٫⸱⋅](?=[a-z][a-z0-9-])/g
