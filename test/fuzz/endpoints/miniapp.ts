import type { Chance } from '../../tools/chance.ts'
import { people } from '../world.ts'
import type { Endpoint } from './endpoint.ts'

const content = (chance: Chance) => ({
  title: `Your bill for ${chance.pick(['March', 'April', 'May'])}`,
  content: `${chance.below(9_000) + 100} is due on 28 March.`,
  jumpUrl: chance.pick(['pages/bill?id=7', 'pages/home', '/pages/bill']),
})

const miniappId = (chance: Chance): string =>
  chance.is(0.9) ? 'mp_tide' : chance.pick(['mp_bare', 'mp_gone', 'mp_never'])

const recipients = (chance: Chance): readonly string[] => {
  const { length } = people
  if (chance.is(0.04))
    return people
      .slice(chance.below(length - 200))
      .slice(0, 200)
      .map((id) => `u_${id}`)
  if (chance.is(0.2)) return [`u_${chance.pick(['old', 'shut', 'night', 'nobody'])}`]
  return Array.from({ length: 1 + chance.below(3) }, () => `u_${chance.pick(people)}`)
}

/** Seldom, and then of nobody's key. */
const signed = (chance: Chance): object => (chance.is(0.03) ? { sign: 'ab'.repeat(32), timeStamp: 1 } : {})

type Fields = Readonly<Record<string, unknown>>

/** Whatever a mutation left there, as text of an address. */
const textOf = (value: unknown): string =>
  encodeURIComponent(
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 2_000).replace(/\p{Surrogate}/gu, '?'),
  )

// Mutations keep objects of these endpoints objects, whatever becomes of their fields.
const fieldsOf = (fields: unknown): Fields => (typeof fields === 'object' && fields !== null ? fields : {}) as Fields

function query({ id: _, ...fields }: Fields): string {
  const pairs = Object.entries(fields).map(([name, value]) => `${textOf(name)}=${textOf(value)}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** One recipient a line; what is no list is written as it is. */
function csv(fields: unknown): string {
  const { lines } = fieldsOf(fields)
  return Array.isArray(lines)
    ? Array.from(lines, (line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
    : (JSON.stringify(lines) ?? '')
}

export const miniappEndpoints: readonly Endpoint[] = [
  {
    name: 'register',
    dialect: 'miniapp',
    path: '/miniapp/v1/messages',
    codes: [0, 70001, 70002, 70007, 70008, 70009],
    valid: ({ chance }) => ({ miniappId: miniappId(chance), ...content(chance), ...signed(chance) }),
  },
  {
    name: 'send',
    dialect: 'miniapp',
    path: '/miniapp/v1/messages/send',
    codes: [0, 2, 70001, 70002, 70003, 70004, 70005, 70007, 70008, 70009, 70010, 70011, 70012, 70013],
    valid: ({ chance, number }) => ({
      miniappId: miniappId(chance),
      uniqueIds: recipients(chance),
      ...(chance.is(0.9) ? { message: content(chance) } : { messageId: 'never' }),
      ...signed(chance),
      ...(chance.is(0.1) ? { requestId: `r-${number % 40}` } : {}),
    }),
  },
  {
    name: 'apply',
    dialect: 'miniapp',
    path: '/miniapp/v1/capability/apply',
    codes: [0, 70008, 70009],
    valid: ({ chance }) => ({ miniappId: chance.pick(['mp_tide', 'mp_bare', 'mp_gone']) }),
  },
  {
    name: 'files',
    dialect: 'miniapp',
    path: ({ chance }) => `/miniapp/v1/files?miniappId=${chance.is(0.9) ? 'mp_tide' : chance.pick(['mp_never', ''])}`,
    codes: [0, 70009],
    valid: ({ chance }) => ({
      lines: [
        'uniqueId',
        ...Array.from({ length: chance.below(4) + (chance.is(0.02) ? 300 : 0) }, () => `u_${chance.pick(people)}`),
      ],
    }),
    text: csv,
  },
  {
    name: 'send-file',
    dialect: 'miniapp',
    path: '/miniapp/v1/messages/send-file',
    codes: [0, 70001, 70002, 70004, 70006, 70007, 70008, 70009],
    valid: ({ chance, number, found }) => ({
      miniappId: miniappId(chance),
      fileId: chance.is(0.9) ? found.fileId : 'never',
      ...(chance.is(0.6) ? { message: content(chance) } : { messageId: chance.is(0.8) ? found.messageId : 'never' }),
      ...signed(chance),
      ...(chance.is(0.3) ? { requestId: `f-${number % 20}` } : {}),
    }),
  },
  {
    name: 'job',
    dialect: 'miniapp',
    method: 'GET',
    path: '/miniapp/v1/jobs/x',
    codes: [0, 70009],
    valid: ({ chance, found }) => ({ id: chance.pick([...found.jobs, 'never']), miniappId: miniappId(chance) }),
    address: (fields) => `/miniapp/v1/jobs/${textOf(fieldsOf(fields)['id'])}${query(fieldsOf(fields))}`,
  },
  {
    name: 'results',
    dialect: 'miniapp',
    method: 'GET',
    path: '/miniapp/v1/jobs/x/results',
    codes: ['csv', 70009],
    valid: ({ chance, found }) => ({
      id: chance.pick(found.jobs),
      miniappId: 'mp_tide',
      from: String(chance.below(5)),
      max: String(1 + chance.below(5)),
    }),
    address: (fields) => `/miniapp/v1/jobs/${textOf(fieldsOf(fields)['id'])}/results${query(fieldsOf(fields))}`,
  },
]
