import type { Peers, Undo } from '@minibell/ports'

/** Tabs of one device, and their levers. */
export interface SimulatedTabs {
  /** The `peers` of one tab's host. */
  tab(): SimulatedTab
  /** Words that were said, oldest first. */
  readonly said: readonly string[]
}

/** One tab. */
export interface SimulatedTab {
  readonly peers: (name: string) => Peers
  /** It is gone without a word: nobody is called any more and its lead passes on. */
  crash(): void
  /** It hears and says nothing, until `reunite`; it leads in its turn all the same. */
  isolate(): void
  reunite(): void
}

interface Meeting {
  readonly ears: Map<(text: string) => void, Life>
  readonly waiting: { readonly life: Life; readonly begin: () => Undo }[]
  leader: Life | undefined
}

interface Life {
  state: 'there' | 'apart' | 'gone'
}

/** Words arrive within microtasks, never in the tab that said them; one leads at a time, in the order they asked. */
export function simulatedTabs(): SimulatedTabs {
  const meetings = new Map<string, Meeting>()
  const said: string[] = []

  const meetingOf = (name: string): Meeting => {
    const known = meetings.get(name) ?? { ears: new Map(), waiting: [], leader: undefined }
    meetings.set(name, known)
    return known
  }

  const next = (meeting: Meeting): void => {
    if (meeting.leader) return
    const one = meeting.waiting.shift()
    if (!one) return
    meeting.leader = one.life
    one.begin()
  }

  const peersOf =
    (life: Life) =>
    (name: string): Peers => {
      const meeting = meetingOf(name)
      return {
        post(text) {
          if (life.state !== 'there') return
          said.push(text)
          for (const [listener, of] of [...meeting.ears])
            if (of !== life)
              Promise.resolve().then(() => of.state === 'there' && meeting.ears.has(listener) && listener(text))
        },
        on(listener) {
          meeting.ears.set(listener, life)
          return () => void meeting.ears.delete(listener)
        },
        lead(lead) {
          let undo: Undo | undefined
          const entry = {
            life,
            begin: () => {
              undo = lead()
              return undo
            },
          }
          meeting.waiting.push(entry)
          Promise.resolve().then(() => next(meeting))
          return () => {
            const at = meeting.waiting.indexOf(entry)
            if (at >= 0) meeting.waiting.splice(at, 1)
            if (!undo || meeting.leader !== life) return
            meeting.leader = undefined
            undo()
            Promise.resolve().then(() => next(meeting))
          }
        },
      }
    }

  return {
    said,
    tab() {
      const life: Life = { state: 'there' }
      return {
        peers: peersOf(life),
        isolate() {
          life.state = 'apart'
        },
        reunite() {
          life.state = 'there'
        },
        crash() {
          life.state = 'gone'
          for (const meeting of meetings.values()) {
            const waiting = meeting.waiting.filter((one) => one.life !== life)
            meeting.waiting.splice(0, meeting.waiting.length, ...waiting)
            if (meeting.leader !== life) continue
            meeting.leader = undefined
            Promise.resolve().then(() => next(meeting))
          }
        },
      }
    },
  }
}
