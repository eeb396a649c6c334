/** Text that two JSON values share when they are equal: members in code-unit order, those that are `undefined` left out. */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    const entries = Object.entries(member)
      .filter(([, inner]) => inner !== undefined)
      .sort(([first], [second]) => (first < second ? -1 : 1))
    // A list instead of an object, which would put number-like names first, and `__proto__` nowhere.
    return { '': entries.flat() }
  })
}
