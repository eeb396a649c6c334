import type { Undo } from '@minibell/ports'
import type { SenderId } from '../world.ts'

/** Something that the platform tells the developer's URL. The wire's names for it are the outbound room's. */
export interface PushEvent {
  readonly sender: SenderId
  readonly openid: string
  /** ms since 1970; the wire carries seconds. A retry carries the same. */
  readonly at: number
  readonly fact: PushFact
}

/** 64-bit ids are decimal text. */
export type PushFact =
  /** `TEMPLATESENDJOBFINISH`, once for each accepted template message. */
  | { readonly kind: 'template-sent'; readonly msgId: string; readonly status: TemplateStatus }
  | { readonly kind: 'follow'; readonly scene?: string; readonly ticket?: string }
  | { readonly kind: 'unfollow' }
  | { readonly kind: 'scan'; readonly scene: string; readonly ticket?: string }
  | { readonly kind: 'menu-click'; readonly key: string }
  | { readonly kind: 'menu-view'; readonly url: string; readonly menuId?: string }
  | {
      readonly kind: 'menu-scan'
      readonly key: string
      readonly waits: boolean
      readonly type: string
      readonly result: string
    }
  | { readonly kind: 'text'; readonly msgId: string; readonly content: string; readonly menuItem?: string }
  | {
      readonly kind: 'media'
      readonly msgId: string
      readonly type: 'image' | 'voice' | 'video' | 'shortvideo'
      readonly mediaId: string
      /** Of an image. */
      readonly pictureUrl?: string
    }
  | {
      readonly kind: 'location'
      readonly msgId: string
      readonly latitude: number
      readonly longitude: number
      readonly label: string
    }
  | {
      readonly kind: 'link'
      readonly msgId: string
      readonly title: string
      readonly description: string
      readonly url: string
    }
  | { readonly kind: 'payment'; readonly order: string }

/** Exactly what the wire says: no space after the first colon, one after the second. */
export type TemplateStatus = 'success' | 'failed:user block' | 'failed: system failed'

/** What is told goes to every listener, in order; without one it is gone. The outbound room listens, keeps and retries. */
export interface Pushes {
  tell(event: PushEvent): void
  on(listener: (event: PushEvent) => void): Undo
}

export function pushes(): Pushes {
  const listeners = new Set<(event: PushEvent) => void>()
  return {
    tell(event) {
      for (const listener of [...listeners]) listener(event)
    },
    on(listener) {
      const own: typeof listener = (event) => listener(event)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
  }
}
