import type { SurfaceKind } from '../surface.ts'
import { methodsOf, type NativeComponent, screenOf } from './component.ts'

/** Alipay's own, as far as it is used; `@mini-types/alipay` is checked against it. */
export interface AlipayComponent extends NativeComponent {
  readonly props: Readonly<Record<string, unknown>>
}

declare function Component(definition: object): unknown

/** Registers a surface as the component whose file is being run. */
export function onAlipay(kind: SurfaceKind): void {
  Component(alipayDefinition(kind))
}

/** An event is a function property, `onOutcome` of `outcome`; each stands among the properties, or the host would not hand it over. */
export function alipayDefinition(kind: SurfaceKind): Record<string, unknown> {
  const props: Record<string, unknown> = Object.assign({}, kind.props)
  for (const name of kind.events) props[listenerOf(name)] = null
  const visible = (is: boolean) =>
    function (this: AlipayComponent): void {
      if (this.surface) this.surface.visible(is)
    }
  return {
    props,
    data: {},
    didMount(this: AlipayComponent) {
      const fire = (name: string, detail: object): void => {
        const listener = this.props[listenerOf(name)]
        if (typeof listener === 'function') listener(detail)
      }
      this.surface = kind.open(screenOf(this, { fire, props: () => this.props }))
    },
    didUpdate(this: AlipayComponent, before: Readonly<Record<string, unknown>>) {
      const names = Object.keys(kind.props)
      if (this.surface && names.some((name) => before[name] !== this.props[name])) this.surface.changed()
    },
    didUnmount(this: AlipayComponent) {
      if (this.surface) this.surface.end()
      this.surface = undefined
    },
    // From base library 2.8.5; before it a page that is covered counts as shown.
    pageEvents: { onShow: visible(true), onHide: visible(false) },
    methods: methodsOf(kind),
  }
}

/** `openinbox` is `onOpeninbox`. */
export function listenerOf(event: string): string {
  return `on${event.slice(0, 1).toUpperCase()}${event.slice(1)}`
}
