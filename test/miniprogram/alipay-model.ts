/** What Alipay's `Component` takes, as far as our components use it. */
interface AlipayDefinition {
  readonly props?: Readonly<Record<string, unknown>>
  readonly data?: object
  readonly pageEvents?: { onShow?(): void; onHide?(): void }
  readonly methods?: Readonly<Record<string, unknown>>
  didMount?(): void
  didUpdate?(before: object): void
  didUnmount?(): void
}

interface Instance {
  props: Record<string, unknown>
  before: Record<string, unknown>
  readonly properties: Record<string, unknown>
  triggerEvent(name: string, detail: unknown): void
}

type Define = (definition: object) => unknown

/** Alipay's model of components over the open engine's: properties as `props`, functions among them, life by `didMount` and the like. */
export function alipayComponent(define: Define): (definition: AlipayDefinition) => void {
  return ({ props = {}, data = {}, methods = {}, pageEvents = {}, didMount, didUpdate, didUnmount }) => {
    const isEvent = (name: string): boolean => /^on[A-Z]/.test(name)
    const names = Object.keys(props).filter((name) => !isEvent(name))
    const take = (one: Instance): Record<string, unknown> => {
      const now: Record<string, unknown> = {}
      for (const name of names) now[name] = one.properties[name]
      for (const name of Object.keys(props).filter(isEvent))
        now[name] = (detail: unknown) => one.triggerEvent(name.slice(2, 3).toLowerCase() + name.slice(3), detail)
      return now
    }
    define({
      options: { multipleSlots: true, virtualHost: true },
      properties: Object.fromEntries(names.map((name) => [name, { type: null, value: props[name] }])),
      data,
      methods,
      observers: {
        [names.join(', ')](this: Instance) {
          const before = this.props
          if (!before) return
          this.props = take(this)
          didUpdate?.call(this as never, before)
        },
      },
      lifetimes: {
        attached(this: Instance) {
          this.props = take(this)
          didMount?.call(this as never)
        },
        detached: didUnmount,
      },
      pageLifetimes: { show: pageEvents.onShow, hide: pageEvents.onHide },
    })
  }
}

interface PageInstance {
  selectComponent(selector: string): object | null
  readonly [name: string]: unknown
}

/** Pages whose handlers of components get the argument itself, and to whom components are handed over by `ref`. */
export function alipayPage(define: Define): (definition: Readonly<Record<string, unknown>>) => void {
  return (definition) => {
    const raw: Record<string, unknown> = {}
    for (const [name, method] of Object.entries(definition))
      if (typeof method === 'function')
        raw[`raw_${name}`] = function (this: unknown, event: { detail: unknown }) {
          return method.call(this, event.detail)
        }
    define({
      ...definition,
      ...raw,
      onReady(this: PageInstance) {
        for (const name of Object.keys(definition)) {
          const component = this.selectComponent(`#ref-${name}`)
          const take = this[name]
          if (component && typeof take === 'function') take.call(this, component)
        }
      },
    })
  }
}
