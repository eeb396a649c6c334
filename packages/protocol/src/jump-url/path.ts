import { type JumpUrlRefused, nameCharacter, refuse } from './refusal.ts'

/** Brings a page path into the manifest's form, or refuses it. Whether there is such a page is `resolvePage`'s question. */
export function parsePath(text: string): { readonly ok: true; readonly path: string } | JumpUrlRefused {
  const path = text.replace(/^\//, '').replace(/([^/])\.html$/, '$1')
  return refuseText(text) ?? refuseSegments(path) ?? { ok: true, path }
}

function refuseText(text: string): JumpUrlRefused | undefined {
  if (text === '' || text === '/') return refuse('page-missing', 'it names no page', 'Write a page path first.')
  if (text.includes('\\')) return refuse('backslash', 'its path has a backslash', 'Use "/" between segments.')
  if (text.startsWith('//'))
    return refuse('host', 'it starts with "//", which names a host', 'Start with the page path.')
  if (text.includes('%'))
    return refuse('encoded', 'its path is percent-encoded', 'Write the path as the manifest does.')
  const odd = /[^\w./-]/u.exec(text)
  if (odd)
    return refuse('character', `its path has ${nameCharacter(odd[0])}`, 'Paths hold A-Z, a-z, 0-9, "_", "-", ".".')
  return undefined
}

function refuseSegments(path: string): JumpUrlRefused | undefined {
  if (path.endsWith('.html'))
    return refuse('extension', 'its path has one ".html" too many', 'Leave the extension out.')
  const segments = path.split('/')
  if (segments.some((segment) => /^\.+$/.test(segment)))
    return refuse('traversal', 'its path has a segment of dots', 'Name the page from the root.')
  // A last, empty segment is a trailing slash: another page, which resolvePage will not find.
  if (segments.slice(0, -1).includes('')) return refuse('empty-segment', 'its path has "//"', 'Use one "/".')
  return undefined
}
