import type { PushFact } from '../../platform/official-account/push.ts'
import type { WireField } from './write-fields.ts'

/** One push as the wire has it; `at` in ms, told in seconds. `toUserName`: the account's `gh_…`. */
export function pushFields(push: {
  readonly toUserName: string
  readonly openId: string
  readonly at: number
  readonly fact: PushFact
}): readonly WireField[] {
  const { toUserName, openId, at, fact } = push
  return [
    ['ToUserName', toUserName],
    ['FromUserName', openId],
    ['CreateTime', Math.floor(at / 1_000)],
    ...fieldsOf(fact),
  ]
}

function fieldsOf(fact: PushFact): readonly WireField[] {
  switch (fact.kind) {
    case 'follow':
      return event('subscribe', fact.scene === undefined ? [['EventKey', '']] : scanned(`qrscene_${fact.scene}`, fact))
    case 'unfollow':
      return event('unsubscribe', [['EventKey', '']])
    case 'scan':
      return event('SCAN', scanned(fact.scene, fact))
    case 'menu-click':
      return event('CLICK', [['EventKey', fact.key]])
    case 'menu-view':
      return event('VIEW', [['EventKey', fact.url], ...(fact.menuId === undefined ? [] : [menuId(fact.menuId)])])
    case 'menu-scan':
      return event(fact.waits ? 'scancode_waitmsg' : 'scancode_push', [
        ['EventKey', fact.key],
        [
          'ScanCodeInfo',
          [
            ['ScanType', fact.type],
            ['ScanResult', fact.result],
          ],
        ],
      ])
    case 'template-sent':
      return event('TEMPLATESENDJOBFINISH', [
        ['MsgID', BigInt(fact.msgId)],
        ['Status', fact.status],
      ])
    case 'payment':
      return event('merchant_order', [
        ['OrderId', fact.order],
        ['OrderStatus', 2],
      ])
    default:
      return messageOf(fact)
  }
}

type UserMessage = Extract<PushFact, { readonly msgId: string; readonly kind: 'text' | 'media' | 'location' | 'link' }>

function messageOf(fact: UserMessage): readonly WireField[] {
  const id: WireField = ['MsgId', BigInt(fact.msgId)]
  switch (fact.kind) {
    case 'text':
      return [
        ['MsgType', 'text'],
        ['Content', fact.content],
        id,
        ...(fact.menuItem === undefined ? [] : [['bizmsgmenuid', fact.menuItem] as const]),
      ]
    case 'media':
      return [
        ['MsgType', fact.type],
        ...(fact.pictureUrl === undefined ? [] : [['PicUrl', fact.pictureUrl] as const]),
        ['MediaId', fact.mediaId],
        ...mediaFields[fact.type],
        id,
      ]
    case 'location':
      return [
        ['MsgType', 'location'],
        ['Location_X', fact.latitude],
        ['Location_Y', fact.longitude],
        ['Scale', 15],
        ['Label', fact.label],
        id,
      ]
    case 'link':
      return [['MsgType', 'link'], ['Title', fact.title], ['Description', fact.description], ['Url', fact.url], id]
  }
}

const mediaFields: Readonly<Record<Extract<PushFact, { readonly kind: 'media' }>['type'], readonly WireField[]>> = {
  image: [],
  voice: [['Format', 'amr']],
  video: [['ThumbMediaId', '']],
  shortvideo: [['ThumbMediaId', '']],
}

function event(name: string, fields: readonly WireField[]): readonly WireField[] {
  return [['MsgType', 'event'], ['Event', name], ...fields]
}

function scanned(key: string, { ticket }: { readonly ticket?: string }): readonly WireField[] {
  return [['EventKey', key], ...(ticket === undefined ? [] : [['Ticket', ticket] as const])]
}

function menuId(id: string): WireField {
  return ['MenuId', /^\d{1,18}$/.test(id) ? BigInt(id) : id]
}
