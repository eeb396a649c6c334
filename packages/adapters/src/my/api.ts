import type { MiniApi } from '../mini/api.ts'
import type { Ends } from '../mini/ask.ts'
import type { RawAnswer } from '../mini/http.ts'
import type { SocketTask } from '../mini/socket.ts'

/** What is called of Alipay's `my`; `@mini-types/alipay` are checked against it. */
export interface MyApi extends MiniApi {
  readonly request: (
    options: Ends<RawAnswer> & {
      readonly url: string
      readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
      readonly headers: Record<string, string>
      readonly data?: string
      readonly dataType: 'text'
      readonly timeout: number
    },
  ) => unknown
  /** Without `multiple` a new socket closes the one before. */
  readonly connectSocket: (options: {
    readonly url: string
    readonly multiple: true
  }) => SocketTask<{ readonly data: { readonly data: unknown; readonly isBuffer: boolean } }, { readonly data: object }>
}
