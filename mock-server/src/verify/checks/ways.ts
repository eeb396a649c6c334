import { at, claim, equal, Lacking } from '../claim.ts'
import type { Visit } from '../visit.ts'
import type { Check } from './check.ts'
import { position } from './log.ts'
import { problem } from './sessions.ts'

/** DL-9, DL-10: the other ways to hear of news, and what nobody may say. */
export const ways: readonly Check[] = [
  {
    id: 'DL-9',
    title: 'tells on a stream what it tells by changes',
    async run(visit) {
      const { epoch, before, itemId } = await visit.appear()
      const query = `epoch=${encodeURIComponent(epoch)}&after=${before}`
      const stream = await visit.stream(query)
      equal(at(await stream.next('hello'), 'epoch'), epoch, 'epoch of hello')
      const resumed = await stream.next('resumed')
      claim(JSON.stringify(at(resumed, 'changes')).includes(itemId), 'resumed tells the item that was missed')
      const { itemId: next } = await visit.appear()
      await stream.nextWith('batch', (frame) => JSON.stringify(at(frame, 'changes')).includes(next))
    },
  },
  {
    id: 'DL-9',
    title: 'holds a request back until there is news',
    async run(visit) {
      if (visit.backend.without?.includes('long-poll')) throw new Lacking('it has no long poll')
      const { epoch, offset } = await position(visit)
      const query = `epoch=${encodeURIComponent(epoch)}&after=${offset}`
      const held = visit.read(`/changes?${query}&waitMs=20000`)
      const { itemId } = await visit.appear()
      claim(JSON.stringify(at(await held, 'changes')).includes(itemId), 'the answer tells the item that came')
    },
  },
  ...[
    ['no JSON', '{"type":'],
    ['an unknown frame', '{"type":"minibell-gossip"}'],
    ['a frame of more than 65,536 bytes', JSON.stringify({ type: 'ping', pad: 'x'.repeat(65_536) })],
  ].map(
    ([what = '', said = '']): Check => ({
      id: 'DL-10',
      title: `ends a socket that says ${what}`,
      async run(visit) {
        const socket = await greeted(visit)
        socket.sendText(said)
        equal(at(await socket.next('bye'), 'code'), 'malformed', 'last word of the socket')
        equal(await socket.ended(), 4400, 'close code')
      },
    }),
  ),
  {
    id: 'DL-10',
    title: 'refuses a body of more than 262,144 bytes',
    async run(visit) {
      const body = { deviceId: 'verify', receipts: [], pad: 'x'.repeat(262_144) }
      problem(await visit.post('/receipts', body), [413, 'too-large'], '/receipts')
    },
  },
]

async function greeted(visit: Visit): Promise<ReturnType<Visit['open']>> {
  const socket = visit.open()
  socket.send({ type: 'auth', token: visit.backend.token })
  await socket.next('hello')
  return socket
}
