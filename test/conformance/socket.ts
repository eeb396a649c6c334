import { Claim } from './claim.ts'
import type { Doors } from './doors.ts'
import { at, decoded, type Json } from './json.ts'

/** One delivery socket: frames are waited for, never slept for. */
export interface DeliverySocket {
  send(frame: Json): void
  sendText(text: string): void
  /** The next frame of that type that was not taken yet; frames of other types before it are left. */
  next(type: string): Promise<Json>
  /** The code that the platform closed with. */
  closed(): Promise<number>
  close(): void
  /** Every frame so far, as it came. */
  readonly texts: readonly string[]
}

/** How long a platform may be silent before the suite gives up on it. */
const patienceMs = 5_000

export function openDelivery(doors: Doors): DeliverySocket {
  const texts: string[] = []
  const untaken: Json[] = []
  const waiting = new Set<() => void>()
  let code: number | undefined
  const heard = (): void => {
    for (const check of [...waiting]) check()
  }
  const unsent: string[] = []
  let isOpen = false
  const socket = doors.openSocket(`${doors.baseUrl.replace(/^http/, 'ws')}/delivery/v1/socket`, {
    opened() {
      isOpen = true
      for (const text of unsent.splice(0)) socket.send(text)
    },
    received(text) {
      texts.push(text)
      untaken.push(decoded(text))
      heard()
    },
    closed(closedWith) {
      code = closedWith
      heard()
    },
  })

  const sendText = (text: string): void => {
    if (isOpen) socket.send(text)
    else unsent.push(text)
  }
  const take = (type: string): Json | undefined => {
    const found = untaken.findIndex((frame) => at(frame, 'type') === type)
    return found < 0 ? undefined : untaken.splice(found, 1)[0]
  }
  const said = (): string =>
    `it said ${texts.join(' ') || 'nothing'}${code === undefined ? '' : ` and closed with ${code}`}`

  return {
    texts,
    send: (frame) => sendText(JSON.stringify(frame)),
    sendText,
    close: () => socket.close(),
    next: (type) =>
      wait({
        waiting,
        look: () => take(type),
        isOver: () => code !== undefined,
        lacking: () => `no "${type}" came: ${said()}`,
      }),
    closed: () =>
      wait({ waiting, look: () => code, isOver: () => false, lacking: () => `the socket stayed open: ${said()}` }),
  }
}

export interface Wait<T> {
  readonly waiting: Set<() => void>
  readonly look: () => T | undefined
  readonly isOver: () => boolean
  readonly lacking: () => string
}

/** The first thing that `look` finds; looked for again whenever one of `waiting` is called. */
export function wait<T>({ waiting, look, isOver, lacking }: Wait<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void): void => {
      waiting.delete(check)
      clearTimeout(timer)
      act()
    }
    const check = (): void => {
      const found = look()
      if (found !== undefined) end(() => resolve(found))
      else if (isOver()) end(() => reject(new Claim(lacking())))
    }
    const timer = setTimeout(() => end(() => reject(new Claim(lacking()))), patienceMs)
    waiting.add(check)
    check()
  })
}
