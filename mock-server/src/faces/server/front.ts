import type { IncomingMessage, ServerResponse } from 'node:http'
import { staticFiles } from './static-files.ts'

/** Answers what is no API: `/` and the demo's files. False: not its business. */
export function front(
  demoDir: string | undefined,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<boolean> {
  const files = demoDir === undefined ? undefined : staticFiles(demoDir)
  return async (incoming, outgoing) => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/'
    if (path === '/' || path === '/demo') {
      outgoing.writeHead(302, { location: `/demo/${queryOf(incoming.url)}` }).end()
      return true
    }
    if (!path.startsWith('/demo/')) return false
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
      return plain(outgoing, { status: 405, text: 'GET only.\n' })
    if (files && (await files(path.slice('/demo/'.length), incoming, outgoing))) return true
    const text = files
      ? 'There is no such file in the demo.\n'
      : 'The demo is not built here. Run `npm start`, or give its folder with --demo DIR.\n'
    return plain(outgoing, { status: 404, text })
  }
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
