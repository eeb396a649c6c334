import type { Report, Undo } from '@minibell/ports'
import { EventEmitter } from 'eventemitter3'
import type { InboxEventName, InboxEvents } from './inbox.ts'

interface Told extends InboxEvents {
  /** The snapshot is another one. */
  readonly changed: undefined
}

/** A listener that throws is reported and stops nobody; one that was taken back is not called any more, not even by the emit under way. */
export interface Events {
  on<Name extends keyof Told>(name: Name, listener: (event: Told[Name]) => void): Undo
  emit<Name extends InboxEventName>(name: Name, event: Told[Name]): void
  /** Once a frame at most; `changed` of the inbox sees to it. */
  emit(name: 'changed'): void
}

export function createEvents(report: Report): Events {
  const emitter = new EventEmitter()
  return {
    on(name, listener) {
      let live = true
      const guarded = (event: Told[typeof name]): void => {
        if (!live) return
        try {
          listener(event)
        } catch (error) {
          report(error, name)
        }
      }
      emitter.on(name, guarded)
      return () => {
        live = false
        emitter.removeListener(name, guarded)
      }
    },
    emit(name: string, event?: unknown) {
      emitter.emit(name, event)
    },
  }
}
