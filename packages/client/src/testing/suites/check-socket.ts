import type { Socket } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** The server's end of the socket that was opened last. */
export interface FarEnd {
  readonly url: string
  /** Frames that arrived, oldest first. */
  readonly heard: readonly string[]
  open(): void
  say(frame: string): void
  /** A frame that is no text. */
  sayBytes(): void
  /** Ends it; without `open` before it is a socket that was refused. */
  close(code: number, reason: string): void
}

/** A port and the server at its other end. */
export interface SocketCase {
  readonly socket: Socket
  far(): FarEnd
  /** Hosts that do not tell what a server gave as code and reason. */
  readonly codes: 'told' | 'unknown'
  /** Resolves when whatever the host puts off is done. */
  settle(): Promise<void>
}

/** What every `Socket` must do. `make` gives a fresh one for each test. */
export function checkSocket(test: Test, expect: Expect, make: () => SocketCase | Promise<SocketCase>): void {
  const url = 'wss://platform.test/delivery/v1/socket'

  const opening = async () => {
    const one = await make()
    const told: unknown[] = []
    const connection = one.socket(url, {
      opened: () => told.push('opened'),
      received: (text) => told.push(text),
      closed: (code, reason) => told.push(one.codes === 'told' ? [code, reason] : 'closed'),
    })
    await one.settle()
    const ended = (code: number, reason: string): unknown => (one.codes === 'told' ? [code, reason] : 'closed')
    return { ...one, connection, told, ended }
  }

  test('socket: text goes both ways, in order, and nothing but text', async () => {
    const { connection, told, far, settle } = await opening()
    far().open()
    await settle()
    connection.send('one')
    connection.send('{"two":"é中"}')
    far().say('a')
    far().sayBytes()
    far().say('{"b":"é中"}')
    await settle()
    expect([far().url, far().heard, told]).toEqual([url, ['one', '{"two":"é中"}'], ['opened', 'a', '{"b":"é中"}']])
  })

  test('socket: what is sent before it is open, or after its end, is dropped without a word', async () => {
    const { connection, told, far, settle, ended } = await opening()
    connection.send('early')
    far().open()
    await settle()
    far().close(1001, 'going')
    await settle()
    connection.send('late')
    await settle()
    expect([far().heard, told]).toEqual([[], ['opened', ended(1001, 'going')]])
  })

  test('socket: its end is told once, whoever ended it, and nothing after it', async () => {
    const { connection, told, far, settle } = await opening()
    far().open()
    await settle()
    connection.close()
    far().say('too late')
    await settle()
    connection.close()
    await settle()
    expect([told.length, told[0]]).toEqual([2, 'opened'])
  })

  test('socket: one that is refused closes with 1006 and never opens', async () => {
    const { told, far, settle, ended } = await opening()
    far().close(1006, '')
    await settle()
    expect(told.length).toEqual(1)
    expect(first(told[0])).toEqual(first(ended(1006, '')))
  })

  test('socket: one that is closed before it opened never opens', async () => {
    const { connection, told, far, settle } = await opening()
    connection.close()
    await settle()
    far().open()
    await settle()
    expect([told.length, told.includes('opened')]).toEqual([1, false])
  })
}

/** Of an end that is a pair its code. */
const first = (told: unknown): unknown => (Array.isArray(told) ? told[0] : told)
