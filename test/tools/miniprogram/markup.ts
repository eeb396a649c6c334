import { read } from '../files.ts'
import { withShortClasses } from './classes.ts'
import { withShortNames } from './short-names.ts'

/** WXML of a source file with nothing between tags: hosts draw blanks that stand there. */
export function tightMarkup(file: string): string {
  return shipped(read(file))
}

/** Markup as phones get it: no more blanks, and no longer names, than needed. */
export function shipped(markup: string): string {
  return withShortNames(withShortClasses(tight(markup)))
}

/** Markup with nothing between its tags. */
export function tight(markup: string): string {
  return markup
    .replace(/>\s+</g, '><')
    .replace(/\s*\/>/g, '/>')
    .trim()
}

/** The same tree in Alipay's words. Throws on an event or a directive that has none. */
export function axmlOf(wxml: string): string {
  return withAttributes(wxml, (name, value) => {
    if (name === 'src' && value.endsWith('.wxml')) return [name, value.replace('.wxml', '.axml')]
    if (name.startsWith('wx:')) return [`a:${name.slice(3)}`, value]
    const event = /^(bind|catch):(.+)$/.exec(name)
    if (!event) return [name, value]
    const [, way = '', word = ''] = event
    return [`${way === 'bind' ? 'on' : 'catch'}${known(alipayEvents, word)}`, value]
  })
}

const alipayEvents: Readonly<Record<string, string>> = {
  tap: 'Tap',
  scroll: 'Scroll',
  touchstart: 'TouchStart',
  touchend: 'TouchEnd',
}

function known(words: Readonly<Record<string, string>>, word: string): string {
  const found = words[word]
  if (!found)
    throw new Error(`Failed to translate the event "${word}": nobody said what it is called elsewhere. Add it.`)
  return found
}

/** Every attribute of every tag, by name and value; a value may hold any text but a double quote. */
export function withAttributes(
  markup: string,
  translate: (name: string, value: string) => readonly [string, string],
): string {
  return markup.replace(
    /<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g,
    (_, tag: string, given: string, end: string) => {
      const attributes = given.replace(/\s+([\w:-]+)(?:="([^"]*)")?/g, (_whole, name: string, value?: string) => {
        const [now, text] = translate(name, value ?? '')
        return value === undefined ? ` ${now}` : ` ${now}="${text}"`
      })
      return `<${tag}${attributes}${end}>`
    },
  )
}
