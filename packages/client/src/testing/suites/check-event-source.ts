import type { EventSourceLike } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** The server's end of the stream that was opened last. */
export interface StreamEnd {
  readonly url: string
  /** What came with the request, names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Answers with a stream. */
  open(): void
  /** Says text of the stream as it is, in one piece. */
  say(text: string): void
  end(): void
  /** Answers with something else. */
  refuse(status: number, body: string): void
  /** There is no answer. */
  fail(): void
  /** The client went away. */
  wasLeft(): boolean
}

/** A port and the server at its other end. */
export interface EventSourceCase {
  readonly eventSource: EventSourceLike
  far(): StreamEnd
  /** Resolves when whatever the host puts off is done. */
  settle(): Promise<void>
}

/** What every `EventSourceLike` must do. `make` gives a fresh one for each test. */
export function checkEventSource(
  test: Test,
  expect: Expect,
  make: () => EventSourceCase | Promise<EventSourceCase>,
): void {
  const opening = async () => {
    const one = await make()
    const told: unknown[] = []
    const undo = one.eventSource(
      'https://platform.test/delivery/v1/stream?after=1',
      { authorization: 'Bearer token' },
      {
        opened: () => told.push('opened'),
        received: (data, id) => told.push([data, id]),
        closed: (reason) => told.push(`closed ${reason}`),
      },
    )
    await one.settle()
    return { ...one, told, undo }
  }

  test('events: asked with their address and credentials, told whole and in order, whatever the pieces', async () => {
    const { told, far, settle } = await opening()
    expect([far().url, far().headers['authorization']]).toEqual([
      'https://platform.test/delivery/v1/stream?after=1',
      'Bearer token',
    ])
    far().open()
    for (const piece of [
      'id: e:1\nda',
      'ta: {"a":"é中"}\n',
      '\ndata: two\ndata: lines\r\n',
      '\r\n: a comment\n\ndata: las',
    ])
      far().say(piece)
    far().say('t\n\n')
    await settle()
    expect(told).toEqual(['opened', ['{"a":"é中"}', 'e:1'], ['two\nlines', 'e:1'], ['last', 'e:1']])
  })

  test('events: the end of the stream is told once, and an event that did not end is none', async () => {
    const { told, far, settle } = await opening()
    far().open()
    far().say('data: one\n\ndata: half\n')
    far().end()
    await settle()
    expect([told.length, told[0], told[1], String(told[2]).slice(0, 6)]).toEqual([3, 'opened', ['one', ''], 'closed'])
  })

  test('events: what is no stream closes with its body and never opens; no answer closes too', async () => {
    const refused = await opening()
    refused.far().refuse(401, '{"error":{"code":"expired"}}')
    await refused.settle()
    expect(refused.told).toEqual(['closed {"error":{"code":"expired"}}'])
    const failed = await opening()
    failed.far().fail()
    await failed.settle()
    expect([failed.told.length, String(failed.told[0]).slice(0, 6)]).toEqual([1, 'closed'])
  })

  test('events: nothing is told after the undo, and the server hears of it', async () => {
    const { told, far, undo, settle } = await opening()
    far().open()
    far().say('data: one\n\n')
    await settle()
    undo()
    undo()
    far().say('data: two\n\n')
    far().end()
    await settle()
    expect([told, far().wasLeft()]).toEqual([['opened', ['one', '']], true])
  })
}
