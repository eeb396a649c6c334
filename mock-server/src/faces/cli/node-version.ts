const needed = [22, 13] as const

/** One sentence for a Node that is too old, e.g. `20.20.2`. Imports nothing, so that any Node can run it. */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return undefined
  return `Failed to start: this is Node ${version}, and Minibell needs ${needed.join('.')} or newer. Install a newer Node.`
}
