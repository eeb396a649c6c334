const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a `Host` header is one that this server is called by. A page of a stranger's site that makes its name point here
 * (DNS rebinding) still says its own name.
 */
export function hostCheck(bound: {
  readonly host: string
  readonly hosts?: readonly string[]
}): (header: string | undefined) => boolean {
  const allowed = new Set([...loopback, nameOf(bound.host), ...(bound.hosts ?? [])])
  const everywhere = bound.host === '0.0.0.0' || bound.host === '::'
  let last: string | undefined
  const isAllowed = (header: string): boolean => {
    const name = header.replace(/:\d*$/, '').toLowerCase()
    // Bound to all interfaces, it is called by addresses; names must still be named.
    return allowed.has(name) || (everywhere && isAddress(name)) || name.endsWith('.localhost')
  }
  return (header) => {
    if (header === undefined) return false
    // Most requests call the server as the one before did.
    if (header === last) return true
    if (!isAllowed(header)) return false
    last = header
    return true
  }
}

function nameOf(host: string): string {
  return host.includes(':') ? `[${host}]` : host.toLowerCase()
}

function isAddress(name: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/.test(name)
}
