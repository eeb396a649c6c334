import * as v from 'valibot'
import type { OfficialAccount, WechatSettings } from '../../../platform/index.ts'
import { decodeAccount, decodeWechatSettings } from '../../../platform/worlds/decode-official.ts'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader } from '../../shape.ts'
import { conflict, missing, operated } from '../outcomes.ts'
import { decoded } from '../records.ts'
import { idOf, otherId } from '../senders.ts'
import { accountOf } from './account-of.ts'

const path = '/control/v1/official-accounts'

const readPlugin = reader(v.strictObject({ plugin: v.picklist(['open', 'closed'], 'open or closed') }, 'a JSON object'))
type Plugin = { readonly plugin: 'open' | 'closed' }

/** WO-1: records of official accounts, their plug-in, their tokens, and the platform's settings. */
export const accountRoutes: readonly Route[] = [
  {
    id: 'control.wechat.read',
    method: 'GET',
    path: '/control/v1/wechat',
    handle: async ({ platform }) => read({ settings: await platform.official.settings() }),
  },
  route({
    id: 'control.wechat.put',
    method: 'PUT',
    path: '/control/v1/wechat',
    body: { read: decoded(decodeWechatSettings, 'settings') },
    handle: putSettings,
  }),
  {
    id: 'control.official-accounts.list',
    method: 'GET',
    path,
    handle: async ({ platform }) => read({ accounts: await platform.official.accounts() }),
  },
  { id: 'control.official-accounts.read', method: 'GET', path: `${path}/:id`, handle: readOne },
  route({
    id: 'control.official-accounts.put',
    method: 'PUT',
    path: `${path}/:id`,
    body: { read: decoded(decodeAccount, 'account') },
    handle: put,
  }),
  route<Plugin>({
    id: 'control.official-accounts.plugin',
    method: 'PUT',
    path: `${path}/:id/plugin`,
    body: { read: readPlugin },
    handle: setPlugin,
  }),
  { id: 'control.official-accounts.revoke', method: 'DELETE', path: `${path}/:id/tokens`, handle: revoke },
]

async function putSettings({ platform, body }: RequestContext<WechatSettings>): Promise<Answer> {
  await platform.official.putSettings(body)
  return done(body, operated('Settings of the WeChat platform are put'))
}

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const found = await accountOf(platform, idOf({ params }))
  return 'answer' in found ? found.answer : read(found.account)
}

async function put({ platform, params, body }: RequestContext<OfficialAccount>): Promise<Answer> {
  const id = idOf({ params })
  if (body.sender !== id) return otherId('sender', { inPath: id, inBody: body.sender })
  const sender = await platform.directory.sender(id)
  if (sender?.platform !== 'wechat')
    return missing('the sender of wechat', { id, mend: 'PUT /control/v1/senders/ID makes one.' })
  await platform.official.put(body)
  return done(body, operated(`Official account ${id} is put`, { sender: id }))
}

async function setPlugin({ platform, params, body }: RequestContext<Plugin>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  if (!(await platform.official.opening.setPlugin(id, body.plugin)))
    return conflict(`Failed to open the plug-in of ${id}: the application is not granted. Apply and be reviewed first.`)
  return done(body, operated(`Plug-in of ${id} is ${body.plugin}`, { sender: id }))
}

async function revoke({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  await platform.official.tokens.revoke(id)
  return done({}, operated(`Access tokens of ${id} are revoked`, { sender: id }))
}
