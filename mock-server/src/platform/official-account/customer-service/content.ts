/** What a customer-service message or a passive reply says, by the platform's own types. All texts are plain text. */
export type CustomerContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'voice' | 'mpnews'; readonly mediaId: string }
  | {
      readonly type: 'video'
      readonly mediaId: string
      readonly thumbMediaId?: string
      readonly title?: string
      readonly description?: string
    }
  | {
      readonly type: 'music'
      readonly title?: string
      readonly description?: string
      readonly url?: string
      readonly hqUrl?: string
      readonly thumbMediaId?: string
    }
  | { readonly type: 'news'; readonly articles: readonly Article[] }
  | { readonly type: 'mpnewsarticle'; readonly articleId: string }
  | {
      readonly type: 'msgmenu'
      readonly head: string
      readonly items: readonly { readonly id: string; readonly content: string }[]
      readonly tail: string
    }
  | { readonly type: 'wxcard'; readonly cardId: string }
  | {
      readonly type: 'miniprogrampage'
      readonly title: string
      /** Of the mini-program, as on the wire; what it leads to is looked up at delivery. */
      readonly program: string
      readonly page: string
      readonly thumbMediaId: string
    }

/** One of a news message. */
export interface Article {
  readonly title: string
  readonly description: string
  readonly url: string
  readonly pictureUrl: string
}

/** Media ids that a message names, in the order of its fields. */
export function mediaOf(content: CustomerContent): readonly string[] {
  const named = [member(content, 'mediaId'), member(content, 'thumbMediaId')]
  return named.flatMap((id) => (id === undefined || id === '' ? [] : [id]))
}

function member(content: CustomerContent, name: 'mediaId' | 'thumbMediaId'): string | undefined {
  // Types without media have neither member.
  const { [name]: value } = content as { readonly [name in 'mediaId' | 'thumbMediaId']?: string }
  return value
}
