/** `many`: whoever reads; `slow`: who does not. */
export const crowdWorld: unknown = {
  format: 'minibell-world',
  version: 1,
  name: 'crowd',
  seed: 1,
  senders: [
    {
      id: 'crowd',
      kind: 'mini-program',
      platform: 'miniapp',
      wireId: 'crowd',
      name: 'Crowd',
      account: 'one',
      accountKind: 'enterprise',
      capability: 'granted',
      status: 'available',
      pages: [{ path: 'pages/home/index', title: 'Home' }],
    },
  ],
  persons: ['many', 'slow'].map((id) => ({
    id,
    name: id,
    language: 'zh',
    timeZone: 'UTC',
    recipientIds: [{ account: 'one', id }],
  })),
  uses: ['many', 'slow'].map((person) => ({ person, sender: 'crowd', at: '-PT1H' })),
  sessions: ['many', 'slow'].map((person) => ({ token: person, person, scope: { kind: 'host' } })),
}
