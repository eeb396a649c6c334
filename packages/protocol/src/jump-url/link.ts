import type { JumpUrlNote, JumpUrlOptions } from './options.ts'
import { parseQuery } from './query.ts'
import { type JumpUrlRefused, refuse, show } from './refusal.ts'
import { refuseControls } from './screen.ts'

/** What a link says, decoded once: `page` is to be read as a path, `query` as a query. */
export interface LinkParts {
  readonly ok: true
  readonly page: string
  readonly query: string
  readonly notes: readonly JumpUrlNote[]
}

/** Reads `http(s)://HOST/outside?appId&page&query` and `mini://platformapi/startapp?_ariver_appid&page&query`. */
export function parseLink(head: string, search: string, options: JumpUrlOptions): LinkParts | JumpUrlRefused {
  const [, scheme = '', host = '', path = ''] = /^([^:]*):(?:\/\/([^/]*)(.*))?/.exec(head) ?? []
  const kind = lower(scheme)
  const key = kind === 'mini' ? '_ariver_appid' : 'appId'
  return refuseOrigin(kind, lower(host), path, options) ?? readLink(search, key, options.appId)
}

/** ASCII alone: by `toLowerCase` the Kelvin sign is a k. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function refuseOrigin(
  scheme: string,
  host: string,
  path: string,
  { shareHosts = [] }: JumpUrlOptions,
): JumpUrlRefused | undefined {
  if (scheme === 'mini') {
    if (host === 'platformapi' && path === '/startapp') return undefined
    return refuse('host', `it leads to ${show(host + path)}`, 'Only mini://platformapi/startapp leads to a page.')
  }
  if (!/^https?$/.test(scheme))
    return refuse('scheme', `its scheme is ${show(scheme)}`, 'Write a page path of this app.')
  if (!shareHosts.some((allowed) => lower(allowed) === host))
    return refuse('host', `its host ${show(host)} is no share host`, 'Write a page path of this app.')
  if (path !== '/outside')
    return refuse('host', `${show(path)} is no share link`, 'Share links have the path "/outside".')
  return undefined
}

function readLink(search: string, key: string, appId: string): LinkParts | JumpUrlRefused {
  const { [key]: app, page, query = '', ...others } = parseQuery(search)
  if (app !== appId)
    return refuse('app', app === undefined ? `it lacks ${key}` : `its ${key} is ${show(app)}`, `Use ${show(appId)}.`)
  if (!page) return refuse('page-missing', 'it lacks "page"', 'Add page= with a page path of this app.')
  // The query is decoded a second time, as a query: what the first decoding brought to light is looked at here.
  return (
    refuseControls(query) ?? {
      ok: true,
      page,
      query,
      notes: Object.keys(others).length > 0 ? ['parameter-ignored'] : [],
    }
  )
}
