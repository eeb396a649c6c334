import type { Changes, Data, Value } from '../changes.ts'
import type { SurfaceKind, ViewEvent } from '../surface.ts'
import { methodsOf, type NativeComponent, screenOf } from './component.ts'

declare const dlt: Pick<NativeComponent, 'createSelectorQuery'>

declare function Page(definition: object): unknown

/** Registers a surface as the page whose file is being run: what a component is there, no public document says. */
export function onDlt(kind: SurfaceKind): void {
  Page(dltDefinition(kind))
}

/** What Transsion's `Page` is given. Experimental: written from the public pages and the public example alone. */
export function dltDefinition(kind: SurfaceKind): Record<string, unknown> {
  const visible = (is: boolean) =>
    function (this: NativeComponent): void {
      if (this.surface) this.surface.visible(is)
    }
  return {
    ...methodsOf(kind),
    data: {},
    onLoad(this: NativeComponent) {
      const lent = screenOf(this, { fire: () => {}, props: () => kind.props })
      this.surface = kind.open({
        ...lent,
        set: (changes, done, model) => this.setData(topLevel(changes, model), done),
        boxes: (className) =>
          new Promise((resolve) => {
            const query = dlt.createSelectorQuery().selectAll(`.${className}`).boundingClientRect()
            query.exec((answers) => resolve((answers && (answers[0] as never)) || []))
          }),
      })
    },
    onShow: visible(true),
    onHide: visible(false),
    onUnload(this: NativeComponent) {
      if (this.surface) this.surface.end()
      this.surface = undefined
    },
    // What its scroll view tells is not written anywhere: the event's detail, or the detail itself.
    scrolled(this: NativeComponent, event: ViewEvent | ViewEvent['detail']) {
      const detail = 'detail' in event ? event.detail : event
      const scroll = this.surface && this.surface.on['scrolled']
      if (scroll) scroll({ currentTarget: { dataset: {} }, detail })
    },
  }
}

/** Its example sets names, never paths: each name that changed, whole. */
function topLevel(changes: Changes, model: Data): Changes {
  const whole: Changes = {}
  for (const path of Object.keys(changes)) {
    const [name = ''] = path.split(/[.[]/)
    whole[name] = model[name] as Value
  }
  return whole
}
