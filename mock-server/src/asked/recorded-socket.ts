import type { Socket } from '@minibell/ports'
import type { ClientFrame, ServerFrame } from '@minibell/protocol'

/** A socket that keeps everything it was told. */
export interface RecordedSocket {
  readonly frames: readonly ServerFrame[]
  readonly opened: () => boolean
  /** Code and reason of the end. */
  readonly end: () => readonly [number, string] | undefined
  say(frame: ClientFrame): void
  sayText(text: string): void
  close(): void
}

export function record(socket: Socket, url = 'ws://minibell.test/delivery/v1/socket'): RecordedSocket {
  const frames: ServerFrame[] = []
  let opened = false
  let end: readonly [number, string] | undefined
  const connection = socket(url, {
    opened() {
      opened = true
    },
    received: (text) => void frames.push(JSON.parse(text)),
    closed(code, reason) {
      end = [code, reason]
    },
  })
  return {
    frames,
    opened: () => opened,
    end: () => end,
    say: (frame) => connection.send(JSON.stringify(frame)),
    sayText: (text) => connection.send(text),
    close: () => connection.close(),
  }
}

/** Lets everything that waits for promises alone happen. */
export async function settled(turns = 400): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
}

/** A socket that is greeted. */
export async function greeted(socket: Socket, token: string): Promise<RecordedSocket> {
  const one = record(socket)
  await settled()
  one.say({ type: 'auth', token })
  await settled()
  return one
}

/** A socket that is live from the position it names, or from nothing. */
export async function live(
  socket: Socket,
  token: string,
  from: { readonly epoch: string; readonly offset: number } = { epoch: '', offset: 0 },
): Promise<RecordedSocket> {
  const one = await greeted(socket, token)
  one.say({ type: 'resume', deviceId: 'phone', ...from })
  await settled()
  return one
}
