/** The whole number after `flag` on the command line; `undefined` without the flag. Throws when it is none. */
export function numberAfter(flag: string): number | undefined {
  const at = process.argv.indexOf(flag)
  if (at < 0) return undefined
  const value = Number(process.argv[at + 1])
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`Failed to read ${flag} ${process.argv[at + 1]}: it is no whole number of 0 or more. Give one.`)
}
