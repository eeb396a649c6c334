import { ask, type Ends } from '../mini/ask.ts'
import { type MiniHost, type MiniHostOptions, miniHost } from '../mini/host.ts'
import { type RawAnswer, responseOf } from '../mini/http.ts'
import type { SocketTask } from '../mini/socket.ts'
import { type DltApi, dltCall, dltMiniApi } from './api.ts'

declare const dlt: DltApi

/**
 * Transsion's ports, over `dlt`. **Experimental**: no host was at hand, and its documents name few of the functions; each guess stands
 * in docs/discoveries/dlt.md. Where a function is missing its port fails, so give `polling()` after `webSocket()`.
 */
export function dltHost(options: MiniHostOptions = {}): MiniHost {
  const api = dlt
  const request = dltCall(api, 'request')
  return miniHost(
    {
      api: dltMiniApi(api),
      requestsAtOnce: 6,
      partUnits: 60_000,
      send({ url, method, headers = {}, body, timeoutMs }, { success, fail }) {
        const answered = (answer: RawAnswer): void => success(responseOf(answer))
        request({
          url,
          method,
          // Both spellings: one is not known.
          header: headers,
          headers,
          ...(body && { data: body }),
          dataType: 'text',
          timeout: timeoutMs,
          success: answered,
          fail(failure: unknown) {
            const answer: RawAnswer = Object(failure)
            if (Number(answer.statusCode || answer.status) >= 100) answered(answer)
            else fail(failure)
          },
        })
        return () => {}
      },
      socket: {
        // The shape of WeChat and Alipay; what else it may be fails below, as a socket that never opened.
        open: (url, fail) =>
          dltCall(api, 'connectSocket')({ url, multiple: true, fail }) as SocketTask<Message, object>,
        textOf: ({ data }) => (data && typeof data === 'object' ? Object(data).data : data),
        endOf: (closed) => Object(closed),
      },
    },
    options,
  )
}

/** The name under which a send may address this person, the same in all mini-programs of one operating account. */
export async function dltUniqueId(): Promise<string> {
  const { uniqueId } = await ask((ends: Ends<{ readonly uniqueId: string }>) => dltCall(dlt, 'getUniqueId')(ends))
  return uniqueId
}

interface Message {
  readonly data: unknown
}
