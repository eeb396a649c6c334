import type { Changes } from '../changes.ts'
import type { Box, Screen, Surface, SurfaceKind, ViewEvent } from '../surface.ts'

/** What components of every host have. */
export interface NativeComponent {
  setData(changes: Changes, done: () => void): void
  createSelectorQuery(): NodeQuery
  surface?: Surface | undefined
}

interface NodeQuery {
  selectAll(selector: string): NodeQuery
  boundingClientRect(): NodeQuery
  exec(answer: (answers: ArrayLike<unknown>) => void): void
}

/** What hosts say in the same way; how they tell their page and give properties is their own. */
export function screenOf(component: NativeComponent, { fire, props }: Pick<Screen, 'fire' | 'props'>): Screen {
  return {
    fire,
    props,
    set: (changes, done) => component.setData(changes, done),
    boxes: (className) =>
      new Promise((resolve) => {
        const query = component.createSelectorQuery().selectAll(`.${className}`).boundingClientRect()
        // One query, one answer: the boxes of all nodes.
        query.exec((answers) => resolve((answers[0] || []) as readonly Box[]))
      }),
  }
}

/** Handlers of the markup and what a page may call, by their names. */
export function methodsOf({ handlers, methods }: SurfaceKind): Record<string, (argument: unknown) => unknown> {
  const made: Record<string, (this: NativeComponent, argument: unknown) => unknown> = {}
  for (const name of handlers)
    made[name] = function (event) {
      const act = this.surface && this.surface.on[name]
      // Hosts give events to handlers of their markup.
      if (act) act(event as ViewEvent)
    }
  for (const name of methods)
    made[name] = function (argument) {
      const call = this.surface && this.surface.methods[name]
      return call && call(argument as string | undefined)
    }
  return made
}
