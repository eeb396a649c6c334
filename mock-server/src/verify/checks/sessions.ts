import { at, claim, equal, Lacking } from '../claim.ts'
import type { Answer, Visit } from '../visit.ts'
import type { Check } from './check.ts'

/** DL-1, DL-2: who may see what, and until when. */
export const sessions: readonly Check[] = [
  {
    id: 'DL-1',
    title: 'refuses whoever brings no token, or one that was never issued',
    async run(visit) {
      for (const token of [null, 'minibell-never-issued'])
        for (const path of ['/snapshot', '/changes?epoch=&after=0'])
          problem(await visit.get(path, token), [401, 'unauthorized'], path)
      const receipts = await visit.post('/receipts', { deviceId: 'verify', receipts: [] }, null)
      problem(receipts, [401, 'unauthorized'], '/receipts')
    },
  },
  {
    id: 'DL-1',
    title: 'refuses a socket that was never let in',
    run: (visit) => isLetOut(visit, 'minibell-never-issued', 'unauthorized'),
  },
  {
    id: 'DL-1',
    title: 'shows an item to nobody else',
    async run(visit) {
      const { otherToken } = visit.backend
      if (otherToken === undefined) throw new Lacking('give the token of another person')
      const { itemId } = await visit.appear()
      for (const path of ['/snapshot?max=200', '/changes?epoch=&after=0', '/changes?after=0&max=1000']) {
        const { status, body } = await visit.get(path, otherToken)
        equal(status, 200, `status of ${path} for the other token`)
        claim(!JSON.stringify(body).includes(itemId), `${path} tells the other token of item ${itemId}`)
      }
    },
  },
  {
    id: 'DL-2',
    title: 'tells a token that ran out from one that never was',
    async run(visit) {
      const { expiredToken } = visit.backend
      if (expiredToken === undefined) throw new Lacking('give a token that ran out or was revoked')
      for (const path of ['/snapshot', '/changes?epoch=&after=0'])
        problem(await visit.get(path, expiredToken), [401, 'expired'], path)
    },
  },
  {
    id: 'DL-2',
    title: 'refuses a socket with a token that ran out',
    async run(visit) {
      const { expiredToken } = visit.backend
      if (expiredToken === undefined) throw new Lacking('give a token that ran out or was revoked')
      await isLetOut(visit, expiredToken, 'expired')
    },
  },
]

async function isLetOut(visit: Visit, token: string, code: string): Promise<void> {
  const socket = visit.open()
  socket.send({ type: 'auth', token })
  equal(at(await socket.next('bye'), 'code'), code, 'last word of the socket')
  equal(await socket.ended(), 4401, 'close code')
}

/** `{error: {code, message}}` with that status. */
export function problem({ status, body }: Answer, [wanted, code]: readonly [number, string], path: string): void {
  equal([status, at(body, 'error.code')], [wanted, code], `status and error.code of ${path}`)
  claim(typeof at(body, 'error.message') === 'string', `error.message of ${path} is a sentence`)
}
