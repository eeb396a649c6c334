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
    },
  ) => { readonly abort: () => unknown }
  readonly connectSocket: (options: {
    readonly url: string
    readonly fail: (failure: unknown) => void
  }) => SocketTask<{ readonly data: unknown }, { readonly code: number; readonly reason: string }>
}
