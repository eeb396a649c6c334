import type { Eyes } from '../eyes.ts'
import type { Hands } from '../hands.ts'
import { expectSame, expectThat, type Found, type Walkthrough } from '../script.ts'
import { resultOf } from './verdicts.ts'

/** The token that the demo's world seeds. */
const post = async (hands: Hands, requestId: string, order: string): Promise<void> =>
  void (await hands.send({
    path: '/v2/miniprogram/message/send',
    body: {
      appId: 'P000000000000001soko',
      accessToken: 'demo-token-amina',
      requestId,
      templateCode: 'TP_ORDER_SHIPPED',
      redirectUrl: 'pages/order/detail?order=SM-2045',
      templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order, when: 'Friday' } }],
    },
  }))

const failure = (effect: 'before' | 'after') => [{ route: 'open-api.send', kind: 'answer', effect, times: 1 }]

/** OA-7, OA-9: S, U and a safe retry, whatever became of the first attempt. */
export const requestId: Walkthrough = {
  id: 'request-id',
  title: 'One requestId, posted twice',
  about: 'S, U and retry: a requestId delivers once, whether the failure came before the effect or after it.',
  person: 'amina',
  sender: 'soko',
  steps: [
    {
      id: 'success',
      title: 'Posted once: S',
      text: 'Amina has Soko Market open. Its server posts a template message with the requestId order-2045.',
      panel: 'phone',
      desk: 'send',
      act: (hands) => post(hands, 'order-2045', 'SM-2045'),
      claims: [
        { says: 'The answer is S, SUCCESS.', check: (eyes) => answered(eyes, 'S', 'SUCCESS') },
        {
          says: 'A bubble shows the title.',
          check: (eyes) => expectSame(eyes.bubbleTitle(), 'Your order is on its way'),
        },
      ],
    },
    {
      id: 'again',
      title: 'Posted twice: the same answer',
      text: 'The server never saw the answer and posts the very same body again.',
      panel: 'journal',
      act: (hands) => post(hands, 'order-2045', 'SM-2045'),
      claims: [
        { says: 'The answer is S, with the first messageId.', check: (eyes) => sameAnswerAs(eyes, 2) },
        { says: 'Amina has one message.', check: (eyes) => countOf(eyes, 1) },
      ],
    },
    {
      id: 'another-body',
      title: 'Another body under the same requestId',
      text: 'A bug in the server puts another order under the old requestId.',
      panel: 'journal',
      act: (hands) => post(hands, 'order-2045', 'SM-9999'),
      claims: [
        {
          says: 'The answer is F, REPEAT_REQ_INCONSISTENT.',
          check: (eyes) => answered(eyes, 'F', 'REPEAT_REQ_INCONSISTENT'),
        },
        { says: 'Amina has one message.', check: (eyes) => countOf(eyes, 1) },
      ],
    },
    {
      id: 'unknown-before',
      title: 'U before the effect',
      text: 'A declared fault lets the next post fail before anything happened. U means: nobody knows.',
      panel: 'journal',
      async act(hands) {
        await hands.declareFaults(failure('before'))
        await post(hands, 'order-2046', 'SM-2046')
      },
      claims: [
        { says: 'The answer is U, UNKNOWN_EXCEPTION.', check: (eyes) => answered(eyes, 'U', 'UNKNOWN_EXCEPTION') },
        { says: 'Nothing was delivered: Amina has one message.', check: (eyes) => countOf(eyes, 1) },
      ],
    },
    {
      id: 'retry-before',
      title: 'The retry delivers',
      text: 'Post the same body with the same requestId.',
      panel: 'phone',
      act: (hands) => post(hands, 'order-2046', 'SM-2046'),
      claims: [
        { says: 'The answer is S.', check: (eyes) => answered(eyes, 'S', 'SUCCESS') },
        { says: 'Amina has two messages.', check: (eyes) => countOf(eyes, 2) },
      ],
    },
    {
      id: 'unknown-after',
      title: 'U after the effect',
      text: 'Now the answer gets lost after the message was delivered. The server sees the same U.',
      panel: 'phone',
      async act(hands) {
        await hands.declareFaults(failure('after'))
        await post(hands, 'order-2047', 'SM-2047')
      },
      claims: [
        { says: 'The answer is U, UNKNOWN_EXCEPTION.', check: (eyes) => answered(eyes, 'U', 'UNKNOWN_EXCEPTION') },
        { says: 'It was delivered all the same: Amina has three messages.', check: (eyes) => countOf(eyes, 3) },
      ],
    },
    {
      id: 'retry-after',
      title: 'The retry delivers nothing twice',
      text: 'The server does what it did before: the same body, the same requestId.',
      panel: 'phone',
      act: (hands) => post(hands, 'order-2047', 'SM-2047'),
      claims: [
        { says: 'The answer is S, with a messageId.', check: (eyes) => answered(eyes, 'S', 'SUCCESS') },
        { says: 'Amina still has three messages.', check: (eyes) => countOf(eyes, 3) },
        { says: 'One answer of S for each delivered message: three ids.', check: threeIds },
      ],
    },
  ],
}

async function answered(eyes: Eyes, status: string, code: string): Promise<Found> {
  const result = resultOf(await eyes.lastSend())
  return expectSame([result.status, result.code], [status, code])
}

async function countOf(eyes: Eyes, count: number): Promise<Found> {
  return expectSame((await eyes.platformTitles()).length, count)
}

/** The last `count` posts were answered alike, with one messageId. */
async function sameAnswerAs(eyes: Eyes, count: number): Promise<Found> {
  const results = (await eyes.sends()).slice(-count).map(resultOf)
  const ids = new Set(results.map(({ messageId }) => messageId))
  const holds = results.length === count && ids.size === 1 && results.every(({ status }) => status === 'S')
  return expectThat(holds, JSON.stringify(results))
}

async function threeIds(eyes: Eyes): Promise<Found> {
  const ids = (await eyes.sends()).map((row) => resultOf(row).messageId).filter((id) => id !== undefined)
  return expectSame(new Set(ids).size, 3)
}
