import { batches, type Send } from './batches.ts'
import { faultOf, isUnknownScript } from './engine-error.ts'
import type { Script } from './scripts.ts'

type Reply = unknown

/** The engine, single or cluster, as the store asks it. All of it rejects with `EngineError`. */
export interface Engine {
  /** Of the node that has `key`, in the order of the calls. */
  run(key: string, args: readonly string[]): Promise<Reply>
  /** `keys` are of one slot. A program that the engine has forgotten is given again. */
  script(program: Script, keys: readonly string[], args: readonly string[]): Promise<Reply>
  /** Runs right before the next commands leave, once; what it asks for leaves with them. */
  beforeNext(run: () => void): void
  /** All keys that match, of all nodes; a page may hold keys twice. */
  keys(pattern: string): AsyncIterable<readonly string[]>
  /** Waits for the next entries of a stream on a connection of its own. */
  next(stream: string, options: { readonly after: string; readonly waitMs: number }): Promise<Reply>
  subscribe(channel: string, listener: (text: string) => void): Promise<void>
  unsubscribe(channel: string, listener: (text: string) => void): Promise<void>
  /** Calls when a connection that hears channels is there again: what was said meanwhile is lost. */
  onReturned(listener: () => void): void
  close(): Promise<void>
}

/** The part of a client, or of a cluster's, that is used. */
export interface Connection {
  readonly send: Send
  /** One for each node with keys. */
  nodes(): Promise<readonly { send(args: readonly string[]): Promise<Reply> }[]>
  sSubscribe(channel: string, listener: (text: string) => void): Promise<void>
  sUnsubscribe(channel: string, listener: (text: string) => void): Promise<void>
  onReady(listener: () => void): void
  close(): Promise<void>
}

/** `shown`: the URL for people. */
export function engineOn(
  { main, hearing, waiting }: { readonly main: Connection; readonly hearing: Connection; readonly waiting: Connection },
  shown: string,
): Engine {
  const { send, beforeNext } = batches(main.send)
  const told = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work
    } catch (error) {
      throw faultOf(error, shown)
    }
  }
  const run = async (program: Script, keys: readonly string[], args: readonly string[]): Promise<Reply> => {
    const rest = [String(keys.length), ...keys, ...args]
    try {
      return await send(keys[0], ['EVALSHA', program.sha, ...rest])
    } catch (error) {
      if (!isUnknownScript(error)) throw error
      return send(keys[0], ['EVAL', program.text, ...rest])
    }
  }
  return {
    run: (key, args) => told(send(key, args)),
    beforeNext,
    script: (program, keys, args) => told(run(program, keys, args)),
    async *keys(pattern) {
      for (const node of await told(main.nodes())) {
        let cursor = '0'
        do {
          // The engine answers a cursor and keys.
          const [next, found] = (await told(node.send(['SCAN', cursor, 'MATCH', pattern, 'COUNT', '1000']))) as [
            string,
            string[],
          ]
          yield found
          cursor = String(next)
        } while (cursor !== '0')
      }
    },
    next: (stream, { after, waitMs }) =>
      told(waiting.send(stream, ['XREAD', 'COUNT', '100', 'BLOCK', String(waitMs), 'STREAMS', stream, after])),
    subscribe: (channel, listener) => told(hearing.sSubscribe(channel, listener)),
    unsubscribe: (channel, listener) => told(hearing.sUnsubscribe(channel, listener)),
    onReturned: (listener) => hearing.onReady(listener),
    async close() {
      await Promise.all([main, hearing, waiting].map((one) => one.close()))
    },
  }
}
