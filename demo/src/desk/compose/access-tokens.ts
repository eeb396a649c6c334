import type { Control } from '../../door/control.ts'

/** Ten years: the clock of the demo travels. */
const lifeMs = 3_650 * 86_400_000

/** Access tokens (OA-10), one for each person and mini-program, asked for when first needed. */
export function accessTokens(
  control: Control,
): (person: string, sender: string, ready: () => void) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (person, sender, ready) => {
    const key = `${person} ${sender}`
    if (known.has(key)) return known.get(key)
    known.set(key, undefined)
    control.accessToken({ person, sender, lifeMs }).then(
      (token) => {
        known.set(key, token)
        ready()
      },
      () => known.delete(key),
    )
    return undefined
  }
}
