import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

interface Found {
  readonly path: string
  readonly size: number
  readonly etag: string
}

/** Serves files below one folder and nothing else. False: there is no such file, and nothing was answered. */
export function staticFiles(
  root: string,
): (place: string, incoming: IncomingMessage, outgoing: ServerResponse) => Promise<boolean> {
  return async (place, incoming, outgoing) => {
    const found = await find(root, place)
    if (!found) return false
    const headers = {
      'content-type': types[extname(found.path)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': isHashed(found.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: found.etag,
    }
    if (incoming.headers['if-none-match'] === found.etag) {
      outgoing.writeHead(304, headers).end()
      return true
    }
    outgoing.writeHead(200, { ...headers, 'content-length': found.size })
    if (incoming.method === 'HEAD') outgoing.end()
    else await pipeline(createReadStream(found.path), outgoing).catch(() => outgoing.destroy())
    return true
  }
}

/** `place` is still percent-encoded. What it names must lie below the root after every link is followed. */
async function find(root: string, place: string): Promise<Found | undefined> {
  const name = decoded(place)
  if (name === undefined || /[\0\\]|(^|\/)\.\.?(\/|$)/.test(name)) return undefined
  try {
    const top = await realpath(root)
    const path = await realpath(join(top, name === '' || name.endsWith('/') ? `${name}index.html` : name))
    if (!path.startsWith(top + sep)) return undefined
    const facts = await stat(path)
    if (!facts.isFile()) return undefined
    return { path, size: facts.size, etag: `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"` }
  } catch {
    return undefined
  }
}

function decoded(place: string): string | undefined {
  try {
    return decodeURIComponent(place)
  } catch {
    return undefined
  }
}

/** Builders put a hash of eight and more before the extension: such a name never gets another content. */
function isHashed(path: string): boolean {
  return (
    /[-.][A-Za-z0-9_-]{8,}\.(js|css|woff2|svg|png|webp)$/.test(path) &&
    /[-.](?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{8,}\.\w+$/.test(path)
  )
}
