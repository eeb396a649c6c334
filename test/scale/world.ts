/** Mini-programs `m0` …, the last of them `hot`; persons `p0` … who used all of them just now, each with a token `session-p0`. */
export function manyWorld({ senders, persons }: { readonly senders: number; readonly persons: number }): object {
  const programs = [...Array.from({ length: senders }, (_, at) => `m${at}`), 'hot', 'filed']
  const people = Array.from({ length: persons }, (_, at) => `p${at}`)
  return {
    format: 'minibell-world',
    version: 1,
    name: 'scale',
    seed: 1,
    senders: programs.map((id) => ({
      id,
      kind: 'mini-program',
      platform: 'miniapp',
      wireId: id,
      name: id,
      account: 'one',
      accountKind: 'enterprise',
      capability: 'granted',
      status: 'available',
      pages: [{ path: 'pages/home/index', title: 'Home' }],
    })),
    persons: people.map((id) => ({
      id,
      name: id,
      language: 'en',
      timeZone: 'UTC',
      recipientIds: [{ account: 'one', id }],
    })),
    uses: people.flatMap((person) => programs.map((sender) => ({ person, sender, at: '-PT1H' }))),
    templates: [],
    accessTokens: [],
    sessions: people.map((person) => ({ token: `session-${person}`, person, scope: { kind: 'host' } })),
  }
}
