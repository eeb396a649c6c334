import { dirname, join } from 'node:path'
import { read } from '../files.ts'
import { withAttributes } from './markup.ts'

/**
 * The same tree as Transsion's public example writes its pages: `s-if`, `s-for="item in list"`, `:name="expression"`, `bind:tap`. What it
 * never shows (`s-elif`, the name of a touch) is named as the nearest thing that it does.
 */
export function dltOf(wxml: string): string {
  const looped = wxml.replace(
    / wx:for="\{\{([^}]*)\}\}" wx:for-item="(\w+)"(?: wx:key="[^"]*")?/g,
    (_, list: string, item: string) => ` s-for="${item} in ${list}"`,
  )
  const renamed = withAttributes(looped, (name, value) => {
    if (name === 'wx:if') return ['s-if', bare(value)]
    if (name === 'wx:elif') return ['s-elif', bare(value)]
    if (name === 'bind:scroll') return ['bind:onscroll', value]
    return value.includes('{{') ? [`:${name}`, expression(value)] : [name, value]
  })
  return renamed.replaceAll(' wx:else', ' s-else').replace(/<(\/?)block\b/g, '<$1template')
}

/** Every include in its place: nobody says that this host has one. */
export function wholeMarkup(file: string): string {
  return read(file).replace(/<include src="([^"]+)" \/>/g, (_, from: string) => wholeMarkup(join(dirname(file), from)))
}

function bare(value: string): string {
  return value.replace(/^\{\{|\}\}$/g, '')
}

/** `a {{b}}` is `'a ' + b`. */
function expression(value: string): string {
  const parts = value.split(/\{\{([^}]*)\}\}/)
  return parts
    .map((part, at) =>
      at % 2 ? (parts.length > 3 || parts.join('') !== part ? `(${part})` : part) : part && `'${part}'`,
    )
    .filter(Boolean)
    .join(' + ')
}
