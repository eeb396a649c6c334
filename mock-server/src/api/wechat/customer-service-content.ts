import type { Article, CustomerContent } from '../../platform/official-account/customer-service/content.ts'
import type { JsonObject } from './call.ts'

/** What the body says, or the code of what is wrong with it. `field` for people. */
export type ReadContent =
  | { readonly ok: true; readonly content: CustomerContent }
  | { readonly ok: false; readonly code: number; readonly field: string }

/** UTF-8 bytes that a text message may have. */
const mostTextBytes = 2_048
/** Menu items of one message. */
const mostItems = 50

type Reading = (fields: JsonObject) => ReadContent

/** CS-1: the object named after `msgtype`, by type. Unknown members are not looked at. */
export function readContent(body: JsonObject): ReadContent {
  const { msgtype } = body
  const read = typeof msgtype === 'string' ? readers.get(msgtype) : undefined
  if (!read || typeof msgtype !== 'string') return wrong(40008, 'msgtype')
  const fields = body[msgtype]
  return isObject(fields) ? read(fields) : wrong(40008, msgtype)
}

const readers: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['text', text],
  ['image', medium('image')],
  ['voice', medium('voice')],
  ['mpnews', medium('mpnews')],
  ['video', video],
  ['music', music],
  ['news', news],
  ['mpnewsarticle', named('article_id', (articleId) => ({ type: 'mpnewsarticle', articleId }))],
  ['wxcard', named('card_id', (cardId) => ({ type: 'wxcard', cardId }))],
  ['msgmenu', menu],
  ['miniprogrampage', page],
])

function text({ content }: JsonObject): ReadContent {
  if (typeof content !== 'string' || content === '') return wrong(44004, 'text.content')
  if (new TextEncoder().encode(content).length > mostTextBytes) return wrong(45002, 'text.content')
  return { ok: true, content: { type: 'text', text: content } }
}

function medium(type: 'image' | 'voice' | 'mpnews'): Reading {
  return ({ media_id: mediaId }) =>
    isId(mediaId) ? { ok: true, content: { type, mediaId } } : wrong(40007, `${type}.media_id`)
}

function video(fields: JsonObject): ReadContent {
  const { media_id: mediaId } = fields
  if (!isId(mediaId)) return wrong(40007, 'video.media_id')
  const thumbMediaId = said(fields, 'thumb_media_id')
  const words = { title: said(fields, 'title'), description: said(fields, 'description') }
  return { ok: true, content: { type: 'video', mediaId, ...(thumbMediaId !== '' && { thumbMediaId }), ...words } }
}

function music(fields: JsonObject): ReadContent {
  const thumbMediaId = said(fields, 'thumb_media_id')
  if (thumbMediaId === '') return wrong(40007, 'music.thumb_media_id')
  return {
    ok: true,
    content: {
      type: 'music',
      title: said(fields, 'title'),
      description: said(fields, 'description'),
      url: said(fields, 'musicurl'),
      hqUrl: said(fields, 'hqmusicurl'),
      thumbMediaId,
    },
  }
}

/** One article only, since the platform cut the eight of before. */
function news({ articles }: JsonObject): ReadContent {
  if (!Array.isArray(articles) || articles.length === 0) return wrong(44003, 'news.articles')
  const [first, ...more]: readonly unknown[] = articles
  if (more.length > 0) return wrong(45008, 'news.articles')
  return isObject(first)
    ? { ok: true, content: { type: 'news', articles: [articleOf(first)] } }
    : wrong(44003, 'news.articles')
}

function articleOf(fields: JsonObject): Article {
  return {
    title: said(fields, 'title'),
    description: said(fields, 'description'),
    url: said(fields, 'url'),
    pictureUrl: said(fields, 'picurl'),
  }
}

function named(member: string, make: (id: string) => CustomerContent): Reading {
  return ({ [member]: id }) => (isId(id) ? { ok: true, content: make(id) } : wrong(40007, member))
}

function menu(fields: JsonObject): ReadContent {
  const { list } = fields
  if (!Array.isArray(list) || list.length === 0 || list.length > mostItems) return wrong(40008, 'msgmenu.list')
  const items: readonly unknown[] = list
  const read = items.filter(isObject).map((item) => ({ id: String(item['id'] ?? ''), content: said(item, 'content') }))
  if (read.length < items.length || read.some(({ content }) => content === '')) return wrong(40008, 'msgmenu.list')
  const [head, tail] = [said(fields, 'head_content'), said(fields, 'tail_content')]
  return { ok: true, content: { type: 'msgmenu', head, items: read, tail } }
}

function page(fields: JsonObject): ReadContent {
  const { appid: program, pagepath, thumb_media_id: thumbMediaId } = fields
  if (!isId(program)) return wrong(40166, 'miniprogrampage.appid')
  if (typeof pagepath !== 'string' || pagepath === '') return wrong(40165, 'miniprogrampage.pagepath')
  if (!isId(thumbMediaId)) return wrong(40007, 'miniprogrampage.thumb_media_id')
  const title = said(fields, 'title')
  return { ok: true, content: { type: 'miniprogrampage', title, program, page: pagepath, thumbMediaId } }
}

/** A text, or nothing where there is none. */
function said(fields: JsonObject, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 128
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(code: number, field: string): ReadContent {
  return { ok: false, code, field }
}
