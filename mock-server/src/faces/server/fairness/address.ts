/** Whose address it is: IPv4 as it stands, also inside IPv6; of IPv6 the first 64 bits, which one client has all to itself. */
export function clientAddress(remote: string): string {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(remote)?.[1]
  if (inside !== undefined) return inside
  if (!remote.includes(':')) return remote
  const [head = '', tail] = (remote.split('%')[0] ?? '').split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length
  const groups = [...first, ...Array(Math.max(0, zeros)).fill('0'), ...last]
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** An address of this machine, which all its programs share. */
export function isOwnAddress(remote: string): boolean {
  return remote === '::1' || /^(::ffff:)?127\./i.test(remote)
}
