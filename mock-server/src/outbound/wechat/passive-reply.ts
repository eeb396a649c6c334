import type { Article, CustomerContent } from '../../platform/official-account/customer-service/content.ts'
import { readFields, type WireObject, type WireValue } from './read-fields.ts'

/** What a developer's server answers a push with. */
export type PassiveReply =
  /** An empty body, or the word `success`. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'message'; readonly to: string; readonly from: string; readonly content: CustomerContent }
  /** Hands the user over to the customer-service desk. */
  | { readonly kind: 'transfer'; readonly to: string; readonly from: string; readonly kfAccount?: string }
  | { readonly kind: 'malformed'; readonly why: string }

const mostArticles = 8

/** Of a plain reply. `CreateTime` may be in seconds or milliseconds: some clients write either. */
export function readReply(body: string): PassiveReply {
  if (isNothing(body)) return { kind: 'nothing' }
  const read = readFields(body)
  return read.ok ? replyOf(read.fields) : { kind: 'malformed', why: read.why }
}

/** Empty, or the word that says that nothing more comes. */
export function isNothing(body: string): boolean {
  const word = body.trim()
  return word === '' || word === 'success'
}

function replyOf(fields: WireObject): PassiveReply {
  const type = textOf(fields['MsgType'])
  const to = textOf(fields['ToUserName'])
  const from = textOf(fields['FromUserName'])
  if (to === '' || from === '') return { kind: 'malformed', why: 'ToUserName or FromUserName is missing' }
  if (!/^\d{1,16}$/.test(textOf(fields['CreateTime']))) return { kind: 'malformed', why: 'CreateTime is no number' }
  if (type === 'transfer_customer_service') {
    const kfAccount = textOf(inside(fields, 'TransInfo')['KfAccount'])
    return { kind: 'transfer', to, from, ...(kfAccount !== '' && { kfAccount }) }
  }
  const content = contentOf(type, fields)
  return typeof content === 'string' ? { kind: 'malformed', why: content } : { kind: 'message', to, from, content }
}

/** The content, or why there is none. */
function contentOf(type: string, fields: WireObject): CustomerContent | string {
  if (type === 'text') {
    const text = textOf(fields['Content'])
    return text === '' ? 'Content is empty' : { type, text }
  }
  if (type === 'image' || type === 'voice') return mediaOf(type, inside(fields, type === 'image' ? 'Image' : 'Voice'))
  if (type === 'video') return mediaOf(type, inside(fields, 'Video'))
  if (type === 'music') return { type, ...musicOf(inside(fields, 'Music')) }
  if (type === 'news') return newsOf(fields)
  return `MsgType is ${type === '' ? 'missing' : `"${type.slice(0, 40)}"`}`
}

function mediaOf(type: 'image' | 'voice' | 'video', fields: WireObject): CustomerContent | string {
  const mediaId = textOf(fields['MediaId'])
  if (mediaId === '') return 'MediaId is empty'
  if (type !== 'video') return { type, mediaId }
  return { type, mediaId, title: textOf(fields['Title']), description: textOf(fields['Description']) }
}

function musicOf(fields: WireObject) {
  return {
    title: textOf(fields['Title']),
    description: textOf(fields['Description']),
    url: textOf(fields['MusicUrl']),
    hqUrl: textOf(fields['HQMusicUrl']),
    thumbMediaId: textOf(fields['ThumbMediaId']),
  }
}

function newsOf(fields: WireObject): CustomerContent | string {
  const item = inside(fields, 'Articles')['item'] ?? []
  const articles = (Array.isArray(item) ? item : [item]).map(articleOf)
  if (articles.length === 0 || articles.length > mostArticles)
    return `${articles.length} articles; 1 to ${mostArticles} go`
  return { type: 'news', articles }
}

function articleOf(value: WireValue): Article {
  const fields = objectOf(value)
  return {
    title: textOf(fields['Title']),
    description: textOf(fields['Description']),
    url: textOf(fields['Url']),
    pictureUrl: textOf(fields['PicUrl']),
  }
}

function inside(fields: WireObject, name: string): WireObject {
  return objectOf(fields[name])
}

function objectOf(value: WireValue | undefined): WireObject {
  // An array is no single element; what is neither text nor array is an object.
  return typeof value === 'object' && !Array.isArray(value) ? (value as WireObject) : {}
}

function textOf(value: WireValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
