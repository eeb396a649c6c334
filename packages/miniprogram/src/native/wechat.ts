import type { SurfaceKind } from '../surface.ts'
import { methodsOf, type NativeComponent, screenOf } from './component.ts'

/** WeChat's own, as far as it is used; `miniprogram-api-typings` are checked against it. */
export interface WechatComponent extends NativeComponent {
  readonly properties: Readonly<Record<string, unknown>>
  triggerEvent(name: string, detail: object): void
}

declare function Component(definition: object): unknown

/** Registers a surface as the component whose file is being run. */
export function onWechat(kind: SurfaceKind): void {
  Component(wechatDefinition(kind))
}

/** What WeChat's `Component` is given: an event is one of the component's own, told by `triggerEvent`. */
export function wechatDefinition(kind: SurfaceKind): object {
  const { props } = kind
  const names = Object.keys(props)
  const properties: Record<string, object> = {}
  for (const name of names) properties[name] = { type: kindOf(props[name]), value: props[name] }
  const changed = function (this: WechatComponent): void {
    if (this.surface) this.surface.changed()
  }
  const visible = (is: boolean) =>
    function (this: WechatComponent): void {
      if (this.surface) this.surface.visible(is)
    }
  return {
    options: { multipleSlots: true, virtualHost: true },
    properties,
    data: {},
    observers: { [names.join(', ')]: changed },
    lifetimes: {
      attached(this: WechatComponent) {
        const fire = (name: string, detail: object): void => this.triggerEvent(name, detail)
        this.surface = kind.open(screenOf(this, { fire, props: () => this.properties }))
      },
      detached(this: WechatComponent) {
        if (this.surface) this.surface.end()
        this.surface = undefined
      },
    },
    pageLifetimes: { show: visible(true), hide: visible(false), resize: changed },
    methods: methodsOf(kind),
  }
}

function kindOf(value: unknown): unknown {
  return typeof value === 'boolean' ? Boolean : typeof value === 'number' ? Number : String
}
