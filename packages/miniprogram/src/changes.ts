/** Whatever a host takes in `setData`: JSON without `undefined`. */
export type Value = string | number | boolean | null | readonly Value[] | Data

/** What a template draws. */
export interface Data {
  readonly [key: string]: Value
}

/** What `setData` takes: `{ 'list.cells[3].unread': false }`. */
export type Changes = Record<string, Value>

/**
 * The least paths that turn `before` into `after`. A list of plain values, or one that got shorter, is one path; what `after` lacks
 * stays as it was, for no template reads it then.
 */
export function changesOf(before: Data, after: Data): Changes {
  const changes: Changes = {}
  compareData(before, after, { path: '', changes })
  return changes
}

interface Comparing {
  readonly path: string
  readonly changes: Changes
}

function compare(before: Value | undefined, after: Value, at: Comparing): void {
  if (before === after) return
  if (Array.isArray(after)) compareLists(before, after, at)
  else if (isData(after) && isData(before)) compareData(before, after, at)
  else at.changes[at.path] = after
}

function compareData(before: Data, after: Data, { path, changes }: Comparing): void {
  for (const key of Object.keys(after))
    compare(before[key], after[key] as Value, { path: path ? `${path}.${key}` : key, changes })
}

function compareLists(before: Value | undefined, after: readonly Value[], { path, changes }: Comparing): void {
  const old = Array.isArray(before) ? before : []
  if (isPlain(old) && isPlain(after)) {
    if (JSON.stringify(before) !== JSON.stringify(after)) changes[path] = after
  } else if (!old.length || old.length > after.length) changes[path] = after
  else after.forEach((value, index) => void compare(old[index], value, { path: `${path}[${index}]`, changes }))
}

function isData(value: Value | undefined): value is Data {
  return typeof value === 'object' && !!value && !Array.isArray(value)
}

/** No objects and lists in it. */
function isPlain(list: readonly Value[]): boolean {
  return list.every((value) => typeof value !== 'object')
}
