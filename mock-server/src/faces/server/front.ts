import type { IncomingMessage, ServerResponse } from 'node:http'
import { staticFiles } from './static-files.ts'

/** Folders of built pages. Where the console's is absent or empty, `/` leads to the demo. */
export interface Fronts {
  /** The operator's page, served at `/`, its files below `/console/`. */
  readonly consoleDir?: string | undefined
  readonly demoDir?: string | undefined
}

type Files = ReturnType<typeof staticFiles>

/** The console loads nothing of others, runs nothing that stands in a page, and is in nobody's frame. Icons of senders are `data:` addresses. */
const strict = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** Answers what is no API: the console's page at `/` and the demo's files. False: not its business. */
export function front({
  consoleDir,
  demoDir,
}: Fronts): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<boolean> {
  const consoleFiles = consoleDir === undefined ? undefined : staticFiles(consoleDir)
  const demoFiles = demoDir === undefined ? undefined : staticFiles(demoDir)
  return async (incoming, outgoing) => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/'
    if (path === '/demo') return go(outgoing, `/demo/${queryOf(incoming.url)}`)
    if (path === '/console' || path === '/console/') return go(outgoing, '/')
    const place = placeOf(path)
    if (!place) return false
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
      return plain(outgoing, { status: 405, text: 'GET only.\n' })
    if (place.of === 'console') for (const [name, value] of Object.entries(strict)) outgoing.setHeader(name, value)
    const files: Files | undefined = place.of === 'console' ? consoleFiles : demoFiles
    if (files && (await files(place.file, incoming, outgoing))) return true
    if (path === '/') return go(outgoing, `/demo/${queryOf(incoming.url)}`)
    return plain(outgoing, {
      status: 404,
      text: files ? `There is no such file in the ${place.of}.\n` : lacking[place.of],
    })
  }
}

const lacking = {
  console: 'The console is not built here. Run `npm start`.\n',
  demo: 'The demo is not built here. Run `npm start`, or give its folder with --demo DIR.\n',
}

/** Whose file a path names; its place is still percent-encoded. */
function placeOf(path: string): { readonly of: keyof typeof lacking; readonly file: string } | undefined {
  if (path === '/') return { of: 'console', file: '' }
  if (path.startsWith('/console/')) return { of: 'console', file: path.slice('/console/'.length) }
  if (path.startsWith('/demo/')) return { of: 'demo', file: path.slice('/demo/'.length) }
  return undefined
}

function go(outgoing: ServerResponse, location: string): true {
  outgoing.writeHead(302, { location }).end()
  return true
}

function plain(outgoing: ServerResponse, { status, text }: { readonly status: number; readonly text: string }): true {
  outgoing
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
    .end(text)
  return true
}

function queryOf(url = ''): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}
