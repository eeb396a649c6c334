import { type CustomerMessage, type Jump, parseJumpUrl } from '@minibell/protocol'
import type { SenderRecord } from '../../world.ts'
import type { AccountMedia } from '../records.ts'
import { plainText } from './anchors.ts'
import type { Article, CustomerContent } from './content.ts'

/** What is needed to show a message besides its content. */
export interface Shown {
  /** BCP 47, of the reader. */
  readonly language: string
  medium(id: string | undefined): AccountMedia | undefined
  /** By appid; absent: the platform does not know that mini-program. */
  program(appId: string): SenderRecord | undefined
  /** Accounts registered abroad have no jump. */
  readonly overseas: boolean
}

/** CS-1: the message as it stands in the recipient's inbox. Text is text: a link in it is its words, the first one also the jump. */
export function customerMessage(content: CustomerContent, shown: Shown): CustomerMessage {
  const parts = partsOf(content, shown)
  const { title = '', text, picture, jump } = parts
  return {
    kind: 'customer',
    type: content.type,
    ...(title !== '' && { title }),
    text: text === '' && title === '' ? wordOf(content.type, shown.language) : text,
    ...(picture && { picture }),
    ...(jump && !shown.overseas && { jump }),
  }
}

/** Every text of a message, for rules that read it. */
export function textOf(content: CustomerContent): string {
  const { title, text } = partsOf(content, { language: '', medium: () => undefined, program: () => undefined })
  return [title, text].filter(Boolean).join('\n')
}

type Parts = Omit<CustomerMessage, 'kind' | 'type'>
type Finding = Pick<Shown, 'language' | 'medium' | 'program'>

function partsOf(content: CustomerContent, { medium, program }: Finding): Parts {
  switch (content.type) {
    case 'text':
      return linked(content.text, program)
    case 'image':
    case 'voice':
      return withPicture({ text: '' }, medium(content.mediaId))
    case 'video':
      return withPicture(
        { title: content.title ?? '', text: content.description ?? '' },
        medium(content.thumbMediaId) ?? medium(content.mediaId),
      )
    case 'music':
      return withPicture(
        { title: content.title ?? '', text: content.description ?? '', ...web(content.hqUrl || content.url) },
        medium(content.thumbMediaId),
      )
    case 'news':
      return newsOf(content.articles)
    case 'mpnews':
      return published(medium(content.mediaId))
    case 'mpnewsarticle':
      return published(medium(content.articleId))
    case 'wxcard':
      return published(medium(content.cardId))
    case 'msgmenu':
      return {
        title: content.head,
        text: [...content.items.map((item) => `· ${item.content}`), content.tail].filter(Boolean).join('\n'),
      }
    case 'miniprogrampage':
      return withPicture(
        { title: content.title, text: '', ...pageOf(program(content.program), content.page) },
        medium(content.thumbMediaId),
      )
  }
}

function linked(source: string, program: Shown['program']): Parts {
  const { text, link } = plainText(source)
  const page = link?.program === undefined ? {} : pageOf(program(link.program), link.page)
  return { text, ...('jump' in page ? page : web(link?.url)) }
}

/** The first article stands in front; further ones are lines. Covers are 900 by 383 px, as the platform cuts them. */
function newsOf([first, ...more]: readonly Article[]): Parts {
  if (!first) return { text: '' }
  const text = [first.description, ...more.map(({ title }) => `· ${title}`)].filter(Boolean).join('\n')
  const isShown = /^https:\/\/\S+$/i.test(first.pictureUrl)
  return {
    title: first.title,
    text,
    ...(isShown && { picture: { url: first.pictureUrl, width: 900, height: 383 } }),
    ...web(first.url),
  }
}

function published(medium: AccountMedia | undefined): Parts {
  return withPicture({ title: medium?.title ?? '', text: medium?.text ?? '', ...web(medium?.url) }, medium)
}

function withPicture(parts: Parts, medium: AccountMedia | undefined): Parts {
  return medium?.picture ? { ...parts, picture: medium.picture } : parts
}

function web(url: string | undefined): { readonly jump?: Jump } {
  return url !== undefined && /^https?:\/\/\S+$/i.test(url) ? { jump: { kind: 'web', url } } : {}
}

function pageOf(program: SenderRecord | undefined, page: string | undefined): { readonly jump?: Jump } {
  if (!program || page === undefined) return {}
  const parsed = parseJumpUrl(page, { appId: program.wireId, sender: program.id })
  return parsed.ok ? { jump: parsed.jump } : {}
}

/** What stands for a message that has no words of its own. */
function wordOf(type: CustomerContent['type'], language: string): string {
  const [en, zh] = words[type]
  return language.toLowerCase().startsWith('zh') ? `[${zh}]` : `[${en}]`
}

const words: Readonly<Record<CustomerContent['type'], readonly [en: string, zh: string]>> = {
  text: ['Text', '文本'],
  image: ['Image', '图片'],
  voice: ['Voice', '语音'],
  video: ['Video', '视频'],
  music: ['Music', '音乐'],
  news: ['Link', '链接'],
  mpnews: ['Article', '图文'],
  mpnewsarticle: ['Article', '图文'],
  msgmenu: ['Menu', '菜单'],
  wxcard: ['Card', '卡券'],
  miniprogrampage: ['Mini-program', '小程序'],
}
