import type { MiniApi } from '../mini/api.ts'
import type { Ends } from '../mini/ask.ts'
import type { RawAnswer } from '../mini/http.ts'
import type { SocketTask } from '../mini/socket.ts'

/** What is called of WeChat's `wx`; `miniprogram-api-typings` are checked against it. */
export interface WxApi extends MiniApi {
  readonly request: (
    options: Ends<RawAnswer> & {
      readonly url: string
      readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
      readonly header: Record<string, string>
      readonly data?: string
      readonly dataType: string
      readonly responseType: 'text'
      readonly timeout: number
      readonly enableChunked?: boolean
    },
  ) => WxRequestTask
  readonly connectSocket: (options: {
    readonly url: string
    readonly fail: (failure: unknown) => void
  }) => SocketTask<{ readonly data: unknown }, { readonly code: number; readonly reason: string }>
}

/** A request under way. The last two are there from base library 2.20.2 on. */
interface WxRequestTask {
  readonly abort: () => unknown
  readonly onHeadersReceived?: (listener: (answer: { readonly statusCode?: number }) => void) => unknown
  readonly onChunkReceived?: (listener: (chunk: { readonly data: ArrayBuffer }) => void) => unknown
}
