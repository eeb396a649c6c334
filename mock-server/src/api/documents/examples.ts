/** A body that the demo world takes, by the route's id. */
export const examples: Readonly<Record<string, unknown>> = {
  'miniapp.register': {
    miniappId: 'mp_kijani',
    title: 'Your electricity bill for October',
    content: 'KSh 1,240 is due on 28 November. Pay by M-Pesa or card.',
    jumpUrl: 'pages/bill/detail?id=2041',
  },
  'miniapp.send': {
    miniappId: 'mp_kijani',
    uniqueIds: ['u_amina'],
    message: {
      title: 'Your electricity bill for October',
      content: 'KSh 1,240 is due on 28 November. Pay by M-Pesa or card.',
      jumpUrl: 'pages/bill/detail?id=2041',
    },
  },
  'delivery.receipts': {
    deviceId: 'phone-1',
    receipts: [{ receiptId: 'r1', kind: 'seen', itemId: 'item-1', agoMs: 0 }],
  },
  'delivery.uses': { sender: 'kijani' },
  'control.clock.move': { advanceMs: 259_200_000 },
  'control.senders.review': { decision: 'grant' },
  'control.sessions.open': { person: 'amina', scope: { kind: 'host' } },
  'control.access-tokens.issue': { person: 'amina', sender: 'soko' },
  'control.rules.put': { enabled: false },
  'control.faults.put': { faults: [{ route: 'miniapp.send', kind: 'delay', delayMs: 2_000 }] },
  'control.webhooks.put': { id: 'shop', url: 'http://localhost:3000/hook', secret: 'sixteen-or-more-characters' },
}
