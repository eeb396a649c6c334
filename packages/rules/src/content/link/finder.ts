import { spelledWhole } from '../../text/views.ts'
import type { MessageText } from '../message-text.ts'
import type { Span } from '../terms/compile.ts'
import type { Cues } from './cues.ts'
import { findDomain } from './domain-name.ts'
import type { DomainEndings } from './endings.ts'
import { findForeignDomain } from './foreign-domain.ts'
import { withoutAddresses, withPlainDots } from './plain-text.ts'
import { findAddress, findCallLink } from './scheme.ts'
import { spokenFinder } from './spoken.ts'

/** What kind of link stands in a message. */
export type LinkKind = 'address' | 'call link' | 'domain' | 'domain in words'

/** A link in a message. */
export interface FoundLink {
  readonly kind: LinkKind
  readonly part: 'title' | 'content'
  readonly excerpt: string
}

/** The lists that tell links from what only looks like one. */
export interface LinkLists {
  readonly endings: DomainEndings
  readonly cues: Cues
}

/** Finds the first link of a message. */
export type LinkFinder = (message: MessageText) => FoundLink | undefined

/** MA-16: links in whatever disguise. E-mail addresses and phone numbers are none. */
export function linkFinder(lists: LinkLists): LinkFinder {
  const spoken = spokenFinder(lists)
  return (message) => {
    const { source, folded } = message
    const call = findCallLink(source)
    if (call) return { kind: 'call link', ...message.inSource(call.start, call.end) }
    for (const view of new Set([folded, spelledWhole(folded, '.')])) {
      const text = withPlainDots(withoutAddresses(view.text))
      const found = firstOf([
        ['address', () => findAddress(text)],
        ['domain', () => findDomain({ text, view, source }, lists) ?? findForeignDomain(text, lists.cues)],
        ['domain in words', () => spoken(text)],
      ])
      if (found) return { kind: found.kind, ...message.at(view, found.start, found.end) }
    }
    return undefined
  }
}

function firstOf(
  finders: readonly (readonly [kind: LinkKind, find: () => Span | undefined])[],
): (Span & { readonly kind: LinkKind }) | undefined {
  for (const [kind, find] of finders) {
    const span = find()
    if (span) return { kind, ...span }
  }
  return undefined
}
