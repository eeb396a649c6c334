/** One official account of the fuzzer's world, whose followers are the same people, and what the requests name of it. */
export const officialSecret = 'secret-of-harbour'
/** Enough that three violations each do not recycle them all (WT-11.9). */
export const historicalTemplates: readonly string[] = Array.from('ABDEFGHIJKLM', (letter) => letter.repeat(43))
export const categoryTemplate = 'C'.repeat(43)
/** Of a library entry taken out of use after several violations (WT-11.9). */
export const recycledTemplate = 'R'.repeat(43)
/** Listed, and not to be sent since offers are not allowed (WT-7.4). */
export const nonCompliantTemplate = 'N'.repeat(43)

/** Senders, accounts and settings of the dialect, for the world's JSON. */
export function officialAccount(people: readonly string[]): {
  readonly senders: readonly object[]
  readonly officialAccounts: readonly object[]
  readonly wechat: object
} {
  return {
    senders: [
      { ...own, id: 'harbour', kind: 'official-account', wireId: 'mp_harbour', name: 'Harbour Post', pages: [] },
      {
        ...own,
        id: 'skiff',
        kind: 'mini-program',
        wireId: 'mp_skiff',
        name: 'Skiff',
        pages: [{ path: 'pages/bill', title: 'Bill' }],
      },
    ],
    officialAccounts: [{ ...account, followers: followers(people), templates }],
    wechat: { penalties: { repeats: { count: 12, hours: 24 }, ladder: [{ points: 14, step: 'disabled', days: 7 }] } },
  }
}

const own = {
  platform: 'wechat',
  account: 'harbour-oa',
  accountKind: 'enterprise',
  capability: 'granted',
  status: 'available',
}

const account = {
  sender: 'harbour',
  secret: officialSecret,
  originalId: 'gh_harbour',
  type: 'service',
  verified: true,
  payment: true,
  registeredAt: '-P900D',
  plugin: 'open',
  industries: [2, 14],
  miniPrograms: ['mp_skiff'],
  recycled: ['TM00002'],
  media: [
    { id: 'photo', type: 'image' },
    { id: 'voice', type: 'voice' },
    { id: 'thumb', type: 'thumb' },
  ],
}

/** `no` was never served, `old` agreed to nothing, `night` left, `shut` is on the blacklist. */
function followers(people: readonly string[]): readonly object[] {
  return people.map((id) => ({
    openid: `o_${id}`,
    followedAt: '-P60D',
    ...(id === 'no' ? {} : { servedAt: '-P1D', consents: id === 'old' ? [] : ['*'] }),
    ...(id === 'night' && { unfollowedAt: '-P1D' }),
    ...(id === 'shut' && { blacklisted: true }),
  }))
}

const template = (id: string, fields: object) => ({
  id,
  libraryId: 'TM00001',
  form: 'historical',
  title: 'Order notification',
  class: 'instant',
  kind: 'status',
  industries: [2],
  content: '{{first.DATA}}\nOrder: {{keyword1.DATA}}\nGoods: {{keyword2.DATA}}\n{{remark.DATA}}',
  example: 'Dear Ada,\nOrder: A-1\nGoods: Tea\nThank you.',
  addedAt: '-P60D',
  ...fields,
})

const templates = [
  ...historicalTemplates.map((id, place) => template(id, { libraryId: `TM001${10 + place}` })),
  template(categoryTemplate, {
    libraryId: '46812',
    form: 'category',
    title: 'Repair progress notification',
    content: 'Repair: {{thing1.DATA}}\nTime: {{time2.DATA}}',
    keywords: [
      { name: 'Repair', key: 'thing1' },
      { name: 'Time', key: 'time2' },
    ],
    example: 'Repair: leaking pipe\nTime: 2026-03-02 12:00',
  }),
  template(recycledTemplate, { libraryId: 'TM00002' }),
  template(nonCompliantTemplate, { libraryId: 'TM00003', nonCompliant: 'offers' }),
]
