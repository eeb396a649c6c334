import { withAttributes } from '../tools/miniprogram/markup.ts'

/**
 * AXML as WXML for the open engine, which knows no other: directives and events by name. An event of a component of the page's own is a
 * function property on Alipay, which gets the argument itself; `ref` hands the component over. See `alipay-model.ts` for the other half.
 */
export function wxmlOf(axml: string): string {
  const components = axml.replace(/<([a-z]+-[\w-]+)(?=[\s/>])([^>]*)>/g, (whole, tag: string, given: string) =>
    tag === 'scroll-view'
      ? whole
      : `<${tag}${given.replace(/ on([A-Z]\w*)="(\w+)"/g, (_, name: string, handler: string) => ` bind:${lower(name)}="raw_${handler}"`).replace(/ ref="(\w+)"/, ' id="ref-$1"')}>`,
  )
  return withAttributes(components, (name, value) => {
    if (name === 'src') return [name, value.replace('.axml', '.wxml')]
    if (name.startsWith('a:')) return [`wx:${name.slice(2)}`, value]
    const event = /^(on|catch)([A-Z]\w*)$/.exec(name)
    return event ? [`${event[1] === 'on' ? 'bind' : 'catch'}:${(event[2] ?? '').toLowerCase()}`, value] : [name, value]
  })
}

function lower(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}
