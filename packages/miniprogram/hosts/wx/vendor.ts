import { type WechatComponent, wechatDefinition } from '../../src/native/wechat.ts'
import type { ViewEvent } from '../../src/surface.ts'
import { messageCenter } from '../../src/surfaces/message-center.ts'

// WeChat's own declarations, which are global, hold what the components take for granted; each `@ts-expect-error` shows that they would
// say so if they did not.

export const registered: string = Component(wechatDefinition(messageCenter))

export type Instance = WechatMiniprogram.Component.TrivialInstance

declare const instance: Instance

export const lent: Pick<WechatComponent, 'setData' | 'createSelectorQuery' | 'triggerEvent' | 'properties'> = {
  properties: instance.properties,
  setData: (changes, done) => instance.setData(changes, done),
  triggerEvent: (name, detail) => instance.triggerEvent(name, detail),
  createSelectorQuery: () => instance.createSelectorQuery() as never,
}

/** One query, one answer: what `boxes` reads. */
export function measured(
  answer: (boxes: readonly { readonly width: number; readonly height: number }[]) => void,
): void {
  const query = instance.createSelectorQuery().selectAll('.mb-row').boundingClientRect()
  query.exec((answers) => answer(answers[0]))
}

export const tapped = (event: WechatMiniprogram.TouchEvent): ViewEvent => event

export const scrolled = (event: WechatMiniprogram.ScrollViewScroll): ViewEvent => event

// @ts-expect-error: a component's lifetimes are functions.
Component({ lifetimes: { attached: 'now' } })

// @ts-expect-error: there is no such function.
instance.createSelector()
