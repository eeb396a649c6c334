import * as v from 'valibot'
import type { UserAction } from '../../../platform/official-account/customer-service/act.ts'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader, text } from '../../shape.ts'
import { conflict, missing, operated } from '../outcomes.ts'
import { idOf } from '../senders.ts'
import { accountOf } from './account-of.ts'

const place = (most: number) =>
  v.pipe(v.number('a number'), v.minValue(-most, `-${most} to ${most}`), v.maxValue(most, `-${most} to ${most}`))
const medium = { mediaId: text(128), pictureUrl: v.exactOptional(text(2_048)) }

const actions = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('follow'), scene: v.exactOptional(text(64)) }),
    v.strictObject({ kind: v.literal('unfollow') }),
    v.strictObject({ kind: v.literal('scan'), scene: text(64) }),
    v.strictObject({ kind: v.literal('menu-click'), key: text(128) }),
    v.strictObject({ kind: v.literal('menu-view'), url: text(2_048), menuId: v.exactOptional(text(64)) }),
    v.strictObject({
      kind: v.literal('menu-scan'),
      key: text(128),
      waits: v.boolean('true or false'),
      result: text(2_048),
    }),
    v.strictObject({ kind: v.literal('text'), content: text(2_048) }),
    v.strictObject({ kind: v.literal('menu-item'), id: text(64), content: text(2_048) }),
    v.strictObject({ kind: v.literal('image'), ...medium }),
    v.strictObject({ kind: v.literal('voice'), ...medium }),
    v.strictObject({ kind: v.literal('video'), ...medium }),
    v.strictObject({ kind: v.literal('shortvideo'), ...medium }),
    v.strictObject({ kind: v.literal('location'), latitude: place(90), longitude: place(180), label: text(512) }),
    v.strictObject({ kind: v.literal('link'), title: text(128), description: text(512), url: text(2_048) }),
    v.strictObject({ kind: v.literal('payment'), order: text(64) }),
  ],
  'follow, unfollow, scan, menu-click, menu-view, menu-scan, menu-item, text, image, voice, video, shortvideo, location, link or payment',
)

/** CS-1: what a user does with an account, and what it opens. */
export const followerActionRoutes: readonly Route[] = [
  route<UserAction>({
    id: 'control.official-accounts.act',
    method: 'POST',
    path: '/control/v1/official-accounts/:id/followers/:openid/actions',
    body: { read: reader(actions) },
    handle: act,
  }),
  {
    id: 'control.official-accounts.windows',
    method: 'GET',
    path: '/control/v1/official-accounts/:id/followers/:openid/windows',
    handle: windows,
  },
]

async function act({ platform, params, body }: RequestContext<UserAction>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const openid = openidOf(params)
  const outcome = await platform.customerService.act(id, openid, body)
  if (!outcome.done && outcome.why === 'unknown-openid') return unknownOpenid(openid)
  if (!outcome.done)
    return conflict(`Failed to act for ${openid}: does not follow ${id}. Send {"kind": "follow"} first.`)
  const { opened, windows: all, push } = outcome
  const person = await platform.official.person(id, openid)
  return done(
    { opened: opened ?? null, windows: all, push },
    operated(`${openid} towards ${id}: ${body.kind}`, { sender: id, ...(person && { person: person.id }) }),
  )
}

async function windows({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const openid = openidOf(params)
  if (!(await platform.official.person(id, openid))) return unknownOpenid(openid)
  const { rules, switchAt, windows: all } = await platform.customerService.standing(id, openid)
  return read({ rules: rules.name, switchAt, windows: all })
}

function unknownOpenid(openid: string): Answer {
  return missing('the openid', { id: openid, mend: 'Give a person a recipient id under the account.' })
}

function openidOf(params: Readonly<Record<string, string>>): string {
  return params['openid'] ?? ''
}
