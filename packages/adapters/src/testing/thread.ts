import type { Timers, Undo } from '@minibell/ports'

/** The logic thread of a mini-program: it stands still some seconds after the app was hidden, and goes on when it is shown. */
export interface Thread {
  /** What a callback of the host does; put off while the thread stands still. */
  run(act: () => void): void
  /** Called once each time when the thread stops. */
  onSuspend(act: () => void): void
  onShow(listener: () => void): void
  onHide(listener: () => void): void
  hide(): void
  show(): void
  setTimeout(run: () => void, afterMs?: number): number
  clearTimeout(timer: number): void
}

/** WeChat documents five seconds. */
const graceMs = 5_000

export function createThread(timers: Timers): Thread {
  const listeners = { suspend: [] as Undo[], show: [] as Undo[], hide: [] as Undo[] }
  const waiting = new Map<number, Undo>()
  let backlog: (() => void)[] = []
  let isSuspended = false
  let stopGrace: Undo = () => {}
  let last = 0

  const run = (act: () => void): void => {
    if (isSuspended) backlog.push(act)
    else act()
  }
  const tell = (which: keyof typeof listeners): void => {
    for (const listener of listeners[which]) listener()
  }

  return {
    run,
    onSuspend: (act) => void listeners.suspend.push(act),
    onShow: (act) => void listeners.show.push(act),
    onHide: (act) => void listeners.hide.push(act),
    hide() {
      tell('hide')
      stopGrace()
      stopGrace = timers.after(graceMs, () => {
        isSuspended = true
        tell('suspend')
      })
    },
    show() {
      stopGrace()
      isSuspended = false
      const late = backlog
      backlog = []
      for (const act of late) act()
      tell('show')
    },
    setTimeout(act, afterMs = 0) {
      last += 1
      const timer = last
      const fire = (): void => {
        if (waiting.delete(timer)) act()
      }
      waiting.set(
        timer,
        timers.after(afterMs, () => run(fire)),
      )
      return timer
    },
    clearTimeout(timer) {
      const stop = waiting.get(timer)
      waiting.delete(timer)
      if (stop) stop()
    },
  }
}
