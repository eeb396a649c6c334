import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask } from './asked.ts'
import { ada, bo, officialMock } from './official-world.ts'

const types = [
  'text',
  'image',
  'voice',
  'video',
  'music',
  'news',
  'mpnews',
  'mpnewsarticle',
  'msgmenu',
  'wxcard',
  'miniprogrampage',
]
const members = [
  'content',
  'media_id',
  'thumb_media_id',
  'articles',
  'list',
  'title',
  'appid',
  'pagepath',
  'card_id',
  'article_id',
]

/** Anything that JSON can say, often with members of the wire in it. */
const value = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      'media-photo',
      'media-thumb',
      'hello',
      '',
      'wx0000000000000mini',
      'pages/parcel/detail',
      [{ title: 'a' }],
      [{ id: 1, content: 'b' }],
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)
const fields = fc.dictionary(fc.constantFrom(...members), value)
const body = fc.record(
  {
    touser: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<unknown>(ada, ada, bo, 'oNobody') },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
    msgtype: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom<unknown>(...types) },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
    customservice: fc.oneof(fc.constant<unknown>(undefined), fc.jsonValue()),
  },
  { requiredKeys: ['touser'] },
)
const made = fc
  .tuple(body, fc.dictionary(fc.constantFrom(...types), fc.oneof({ weight: 8, arbitrary: fields }, fc.jsonValue())))
  .map(([head, parts]) => ({ ...head, ...parts }))
/** One in four passes every rule while its window has room. */
const whole = fc.oneof(
  { weight: 3, arbitrary: made },
  {
    weight: 1,
    arbitrary: fc.string({ minLength: 1 }).map((content) => ({ touser: ada, msgtype: 'text', text: { content } })),
  },
)

const documented = new Set([
  ...[0, 40003, 40007, 40008, 40165, 40166, 40200, 44003, 44004, 45002, 45008, 45015, 45047, 61452],
])

test('CS-1: whatever a body holds, the answer is a documented code, and a refusal changes nothing', async () => {
  const mock = await officialMock()
  const path = `/cgi-bin/message/custom/send?access_token=${await mock.token()}`
  const standing = async () => {
    const { windows } = await mock.platform.customerService.standing('harbour', ada)
    return [windows, (await mock.inbox()).length, await mock.inbox('bo')]
  }
  const heard = new Set<number>()
  await fc.assert(
    fc.asyncProperty(whole, async (asked) => {
      await mock.act({ kind: 'text', content: 'hello' })
      const before = await standing()
      const answer = await ask(mock.fetch, `POST ${path}`, { body: asked })
      expect(answer.status).toBe(200)
      expect(documented).toContain(answer.body.errcode)
      expect(answer.headers.get('content-type')).toContain('application/json')
      heard.add(answer.body.errcode)
      if (answer.body.errcode !== 0) expect(await standing()).toEqual(before)
    }),
    { numRuns: 150 },
  )
  for (const code of [0, 40003, 40008]) expect(heard).toContain(code)
})

const action = fc.record(
  {
    kind: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom<unknown>(
          'follow',
          'unfollow',
          'scan',
          'menu-click',
          'text',
          'image',
          'location',
          'payment',
          'link',
        ),
      },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
    content: value,
    scene: value,
    key: value,
    mediaId: value,
    latitude: fc.oneof(fc.double(), value),
    longitude: fc.integer(),
    order: value,
  },
  { requiredKeys: ['kind'] },
)

test('CS-1: whatever an action holds, it is done whole or refused with a sentence', async () => {
  const mock = await officialMock()
  await fc.assert(
    fc.asyncProperty(fc.oneof(action, fc.jsonValue()), async (asked) => {
      const before = await mock.platform.worlds.export()
      const answer = await mock.act(asked)
      expect([200, 400, 409]).toContain(answer.status)
      if (answer.status === 200) return
      expect(answer.body.error.message).toMatch(/^Failed to .+\. .+\.$/s)
      expect(await mock.platform.worlds.export()).toEqual(before)
    }),
    { numRuns: 100 },
  )
})
