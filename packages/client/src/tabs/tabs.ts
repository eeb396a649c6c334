import type { Peers, Undo } from '@minibell/ports'
import { decodeServerFrame, type ServerFrame } from '@minibell/protocol'
import type { InboxSession } from '../session.ts'
import type { Attempt, Transport } from '../transports/transport.ts'

/** What tabs of one inbox say to each other; `frame` as the platform said it. */
type Word =
  /** Is there a leader? */
  | { readonly say: 'who' }
  /** The leader is there and not connected yet; connected. */
  | { readonly say: 'here' | 'live' }
  | { readonly say: 'frame'; readonly frame: ServerFrame }

/** How long nobody may answer before a tab connects by itself, and how long a leader may be without a connection. */
const patienceMs = { who: 2_000, here: 10_000 }

/** Where the tabs of one inbox meet; those of other persons and scopes meet elsewhere. */
export type PeersOf = (name: string) => Peers

/**
 * One connection for all tabs of a person and scope: the leader's, by `by`; the others are fed by it. When the leader closes or is
 * stopped another leads. Where tabs cannot hear each other each has a connection of its own.
 */
export function tabs<Host>(by: Transport<Host>): Transport<Host & { readonly peers: PeersOf }> {
  return (line) => {
    const { host, url, session } = line
    const { timers } = host
    const peers = host.peers(nameOf(url, session))
    let own: Attempt | undefined
    let role: 'following' | 'alone' | 'leading' = 'following'
    let isLive = false
    let isFed = false
    let isOver = false
    let patience: Undo = () => {}

    const post = (word: Word): void => peers.post(JSON.stringify(word))

    const stop = (): void => {
      if (isOver) return
      isOver = true
      patience()
      unhear()
      resign()
      if (own) own.stop()
    }
    const end = (): void => {
      if (isOver) return
      stop()
      line.closed()
    }
    const expect = (withinMs: number, otherwise: () => void): void => {
      patience()
      patience = timers.after(withinMs, otherwise)
    }

    const connect = (): void => {
      own = by({
        ...line,
        live() {
          isLive = true
          if (role === 'leading') post({ say: 'live' })
          line.live()
        },
        frame(frame) {
          // Greetings and last words are for whoever is connected.
          const isNews = 'changes' in frame || frame.type === 'clock'
          if (isNews && role === 'leading') post({ say: 'frame', frame })
          line.frame(frame)
        },
        closed() {
          own = undefined
          end()
        },
      })
    }

    const ask = (): void => {
      expect(patienceMs.who, () => {
        role = 'alone'
        connect()
      })
      post({ say: 'who' })
    }

    const follow = (): void => {
      role = 'following'
      if (own) own.stop()
      own = undefined
      isLive = isFed = false
      ask()
    }

    /** The leader is connected. What came before it was heard is asked for. */
    const join = (): void => {
      patience()
      if (isFed) return
      isFed = true
      line.live()
      line.pull()
    }

    const heed = (word: Word): void => {
      if (role === 'alone') follow()
      if (word.say === 'frame') line.frame(decodeServerFrame(word.frame))
      if (word.say === 'live') join()
      if (word.say !== 'here') return
      isFed = false
      expect(patienceMs.here, end)
    }

    const hear = (text: string): void => {
      try {
        const word: Word = JSON.parse(text)
        if (role !== 'leading' && word.say !== 'who') heed(word)
        if (role === 'leading' && word.say === 'who') post({ say: isLive ? 'live' : 'here' })
      } catch (error) {
        host.report(error, 'tabs')
      }
    }

    const unhear = peers.on(hear)
    let resign: Undo = () => {}
    ask()
    const undo = peers.lead(() => {
      if (isOver) return () => {}
      patience()
      role = 'leading'
      post({ say: isLive ? 'live' : 'here' })
      if (!own) connect()
      return () => {
        if (!isOver) end()
      }
    })
    resign = undo
    if (isOver) undo()

    return {
      stop,
      wake() {
        if (own && own.wake) own.wake()
        else if (!own && role === 'following') ask()
      },
    }
  }
}

function nameOf(url: string, { person, scope }: InboxSession): string {
  return ['minibell', url, person, scope && scope.kind === 'sender' ? scope.sender : '']
    .map(encodeURIComponent)
    .join(' ')
}
