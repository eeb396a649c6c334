import type { HttpRequest, HttpResponse } from '@minibell/ports'
import type { WxApi } from '../wx/api.ts'
import { createGround, type FakeOptions, type Ground, type MiniProgram } from './mini-program.ts'
import type { Wire } from './network.ts'
import type { FakePage } from './page-stack.ts'
import type { Thread } from './thread.ts'

/** The globals of a logic thread, beside the host's namespace. */
export interface ThreadGlobals {
  readonly getCurrentPages: () => readonly FakePage[]
  readonly setTimeout: Thread['setTimeout']
  readonly clearTimeout: Thread['clearTimeout']
}

/** A host that is not there: what its logic thread has, and levers. */
export interface FakeWx {
  readonly globals: ThreadGlobals & { readonly wx: WxApi }
  readonly levers: MiniProgram
}

/** WeChat as far as the adapter calls it: 10 requests, 5 sockets, 1 MB a key and 10 MB in all, 10 pages. */
export function fakeWx(options: FakeOptions): FakeWx {
  const ground = createGround(options, {
    failure: (name, why) => ({ errMsg: `${name}:fail ${why}` }),
    success: (name, answer) => ({ ...answer, errMsg: `${name}:ok` }),
    limits: { keyBytes: 1024 * 1024, allBytes: 10 * 1024 * 1024 },
    requests: 10,
    pagesKeep: 'options',
  })
  const request = requests(ground, ({ status, headers, body }) => ({ statusCode: status, header: headers, data: body }))
  const wx = { ...ground.shared, request, connectSocket: (given: { readonly url: string }) => connect(ground, given) }
  return { globals: { ...globalsOf(ground), wx: wx as unknown as WxApi }, levers: ground.levers } // `shared` is not typed by name
}

export function globalsOf({ thread, levers }: Ground): ThreadGlobals {
  const { setTimeout, clearTimeout } = thread
  return { getCurrentPages: () => levers.pages, setTimeout, clearTimeout }
}

/** `request` of any host: `word` gives its answer, or throws what goes to `fail` as `raw`. */
export function requests(ground: Ground, word: (answer: HttpResponse) => object) {
  return (given: Given): { abort(): void } => {
    const { method = 'GET', url, data, header, headers = header || {}, timeout } = given
    const asked = { method, url, headers, ...(data && { body: data }), ...(timeout && { timeoutMs: timeout }) }
    let abort = (): void => {}
    const act = async (): Promise<object> => {
      const task = ground.network.request(asked)
      abort = task.abort
      return word(titled(await task.answer))
    }
    ground.offer('request', act)(given)
    return { abort: () => abort() }
  }
}

/** Servers and hosts write header names as they please. */
function titled({ headers, ...answer }: HttpResponse): HttpResponse {
  const title = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
  const given: Record<string, string> = {}
  for (const name of Object.keys(headers)) given[title(name)] = headers[name] || ''
  return { ...answer, headers: given }
}

function connect(
  { network, thread }: Ground,
  { url, fail }: { readonly url: string; readonly fail?: (why: object) => void },
) {
  try {
    const words = {
      message: (data: unknown) => ({ data }),
      closed: (code: number, reason: string) => ({ code, reason }),
    }
    return taskOf(network.connect(url), words)
  } catch (error) {
    thread.run(() => fail && fail({ errMsg: `connectSocket:fail ${Object(error).message}` }))
    return undefined
  }
}

/** A socket task of any host: `words` gives what its listeners get. */
export function taskOf(
  wire: Wire,
  words: { message(data: unknown): object; closed(code: number, reason: string): object },
) {
  return {
    onOpen(listener: (event: object) => void) {
      wire.onOpen = () => listener({})
    },
    onMessage(listener: (event: object) => void) {
      wire.onText = (text) => listener(words.message(text === bytesFrame ? new ArrayBuffer(1) : text))
    },
    onClose(listener: (event: object) => void) {
      wire.onEnd = (code, reason) => listener(words.closed(code, reason))
    },
    onError() {},
    send: ({ data }: { readonly data: string }) => wire.send(data),
    close: ({ code, reason }: { readonly code?: number; readonly reason?: string } = {}) => wire.close(code, reason),
  }
}

/** A text that stands for a frame of bytes, as ports carry text alone. */
export const bytesFrame = '\u0000bytes'

interface Given {
  readonly url: string
  readonly method?: HttpRequest['method']
  readonly data?: string
  readonly header?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly timeout?: number
  readonly success?: (answer: object) => void
  readonly fail?: (failure: object) => void
}
