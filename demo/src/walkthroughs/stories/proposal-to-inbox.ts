import type { Eyes } from '../eyes.ts'
import type { Hands } from '../hands.ts'
import { expectSame, expectThat, type Found, type Walkthrough } from '../script.ts'
import { lastSendBy } from './verdicts.ts'

const account = { appid: 'wx7d3c5a91e0b24f68', secret: '5f0c1e7ab94d2836c7e1a0b95d3f4826' }
const openid = 'oJ7rn4minaBqT2x0XcWvEd81Kp5s'
const title = 'Leak report feedback notification'
const marketing = 'Buy a water filter now and save 20% off.'

const proposal = {
  industry: 21,
  title,
  class: 'general',
  kind: 'feedback',
  content:
    '{{first.DATA}}\nYour report number: {{keyword1.DATA}}\nPlace of the leak: {{keyword2.DATA}}\nResult: {{keyword3.DATA}}\n{{remark.DATA}}',
  example:
    'Dear Ms Wanjiku, your report was handled.\nYour report number: L-2041\nPlace of the leak: Harbour Road 7\nResult: pipe replaced\nThank you for telling us.',
  rulesRead: true,
}

const control = (hands: Hands, path: string, body: unknown) => hands.send({ path: `/control/v1${path}`, body })
const propose = (hands: Hands, changes: object = {}) =>
  control(hands, '/official-accounts/jirani/proposals', { ...proposal, ...changes })

/** A call of Jirani's server, its token fetched before. */
async function call(hands: Hands, path: string, body: unknown): Promise<void> {
  const wanted = { grant_type: 'client_credential', ...account }
  const asked = await hands.send({ path: '/cgi-bin/stable_token', body: wanted })
  // A refused token shows in the call's own answer.
  const { access_token: token } = asked.body as { readonly access_token?: string }
  await hands.send({ path: `/cgi-bin/${path}?access_token=${token}`, body })
}

interface Proposed {
  readonly id: string | number
  readonly state: string
  readonly libraryId?: string
  readonly decided?: { readonly by: string }
  readonly explanation: readonly { readonly rule: string; readonly word: string }[]
}

interface Own {
  readonly id: string
  readonly title: string
}

// Each answer is the control API's, whose own tests hold its shape.
/** From the list, so that looking before it is there is no failed request in the journal. */
async function proposed({ read }: Pick<Eyes, 'read'>, id: number): Promise<Proposed> {
  const { proposals } = (await read('/control/v1/template-proposals')) as { readonly proposals: readonly Proposed[] }
  const found = proposals.find((one) => String(one.id) === String(id))
  if (!found) throw new Error(`There is no proposal ${id} yet.`)
  return found
}
const own = async ({ read }: Pick<Eyes, 'read'>) =>
  ((await read('/control/v1/official-accounts/jirani/templates')) as { readonly templates: readonly Own[] }).templates

/** Tells Amina what became of one report, by the template that was proposed. */
async function tell(hands: Hands, number: string, remark = 'Thank you for telling us.'): Promise<void> {
  const template = (await own(hands)).find((each) => each.title === title)
  const values = {
    first: 'Dear Amina, your report was handled.',
    keyword1: number,
    keyword2: 'Harbour Road 7',
    keyword3: 'pipe replaced',
    remark,
  }
  await call(hands, 'message/template/send', {
    touser: openid,
    template_id: template?.id ?? '',
    data: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  })
}

/** WT-3, WT-7 to WT-13: how a template comes to be, what it may be used for, and what misuse leads to. */
export const proposalToInbox: Walkthrough = {
  id: 'proposal-to-inbox',
  title: 'A template from proposal to inbox',
  about: 'Proposed, refused by the rules, mended, approved, added, sent; then misused, and what follows.',
  person: 'amina',
  sender: 'kijani',
  steps: [
    {
      id: 'refused',
      title: 'A title that fits anything',
      text: 'Jirani Water, an official account, proposes a template “System notification”. The rules of the review read it at once.',
      panel: 'journal',
      async act(hands) {
        await hands.tapCloseProgram()
        await propose(hands, { title: 'System notification' })
      },
      claims: [
        { says: 'The rules refuse it by themselves.', check: (eyes) => stateOf(eyes, 1, 'refused', 'rules') },
        { says: 'WT-9.3 speaks: the title describes no service.', check: refusedBy('WT-9.3.title') },
      ],
    },
    {
      id: 'waiting',
      title: 'A title that names the service',
      text: 'It proposes “Leak report feedback notification” with keywords and a filled example. No rule has anything against it.',
      panel: 'journal',
      act: async (hands) => void (await propose(hands)),
      claims: [{ says: 'It waits for an operator.', check: (eyes) => stateOf(eyes, 2, 'in-review') }],
    },
    {
      id: 'approved',
      title: 'The operator approves',
      text: 'A reviewer of the platform looks at it and approves. The library of the industry has one entry more.',
      panel: 'journal',
      act: async (hands) => void (await control(hands, '/template-proposals/2/decide', { decision: 'approve' })),
      claims: [
        { says: 'The operator has approved it.', check: (eyes) => stateOf(eyes, 2, 'approved', 'operator') },
        {
          says: 'It has a number in the library.',
          check: async (eyes) => {
            const { libraryId = 'none' } = await proposed(eyes, 2)
            return expectThat(/^OPENTM\d+$/.test(libraryId), libraryId)
          },
        },
      ],
    },
    {
      id: 'added',
      title: 'Among my templates',
      text: 'Jirani’s server adds it to its own templates by api_add_template.',
      panel: 'journal',
      async act(hands) {
        const { libraryId } = await proposed(hands, 2)
        await call(hands, 'template/api_add_template', { template_id_short: libraryId })
      },
      claims: [
        {
          says: 'It is in the list of the account’s templates.',
          check: async (eyes) =>
            expectSame(
              (await own(eyes)).some((each) => each.title === title),
              true,
            ),
        },
      ],
    },
    {
      id: 'inbox',
      title: 'In Amina’s inbox',
      text: 'Amina had reported a leak. The server tells her the result.',
      panel: 'phone',
      act: (hands) => tell(hands, 'L-2041'),
      claims: [
        { says: 'The platform accepts it.', check: (eyes) => lastSendBy(eyes, 'ok') },
        {
          says: 'It stands on top of the MiniApp Center.',
          check: (eyes) => expectSame(eyes.centerRows()[0]?.title, title),
        },
      ],
    },
    {
      id: 'marketing',
      title: 'The same template, to sell something',
      text: 'The next message ends with an offer of water filters. The wire accepts it: errcode 0. The platform does not forget it.',
      panel: 'phone',
      act: (hands) => tell(hands, 'L-2042', marketing),
      claims: [
        { says: 'The send itself is accepted.', check: (eyes) => lastSendBy(eyes, 'ok') },
        { says: 'The ledger has a violation of WT-11.3.', check: ledgerHas },
        {
          says: 'An internal message warns the operator of the account.',
          check: (eyes) => lettersAre(eyes, ['warned', 'violation']),
        },
      ],
    },
    {
      id: 'blocked',
      title: 'Once more',
      text: 'The account goes on. The ladder has the next rung: its API is blocked for seven days.',
      panel: 'journal',
      async act(hands) {
        await tell(hands, 'L-2043', marketing)
        await tell(hands, 'L-2044')
      },
      claims: [
        { says: 'An honest message is refused too (48004).', check: (eyes) => lastSendBy(eyes, 'WT-11.9.blocked') },
        {
          says: 'Two more internal messages tell of it.',
          check: (eyes) => lettersAre(eyes, ['api-blocked', 'violation', 'warned', 'violation']),
        },
      ],
    },
    {
      id: 'again',
      title: 'Seven days later',
      text: 'The clock goes seven days on. The API works again, and the account behaves.',
      panel: 'phone',
      async act(hands) {
        await control(hands, '/clock', { advanceMs: 7 * 86_400_000 })
        await tell(hands, 'L-2045')
      },
      claims: [{ says: 'The platform accepts it.', check: (eyes) => lastSendBy(eyes, 'ok') }],
    },
  ],
}

async function stateOf(eyes: Eyes, id: number, state: string, by?: string): Promise<Found> {
  const found = await proposed(eyes, id)
  return expectSame([found.state, found.decided?.by ?? null], [state, by ?? null])
}

function refusedBy(rule: string): (eyes: Eyes) => Promise<Found> {
  return async (eyes) => {
    const { explanation } = await proposed(eyes, 1)
    return expectSame(explanation.find(({ word }) => word === 'refused')?.rule, rule)
  }
}

async function ledgerHas(eyes: Eyes): Promise<Found> {
  const { violations } = await eyes.standing('jirani')
  const [{ reason = '' } = {}] = violations
  return expectThat(violations.length === 1 && reason.startsWith('WT-11.3'), reason || 'an empty ledger')
}

/** What the internal messages are about, newest first. */
async function lettersAre(eyes: Eyes, abouts: readonly string[]): Promise<Found> {
  return expectSame(
    (await eyes.letters('jirani')).map(({ about }) => about),
    abouts,
  )
}
