import { type MiniHost, type MiniHostOptions, miniHost } from '../mini/host.ts'
import { type RawAnswer, responseOf } from '../mini/http.ts'
import type { MyApi } from './api.ts'

declare const my: MyApi

/** Alipay's ports, over the `my` of the logic thread. Call it once, in `app.js`. Addresses are absolute: https and wss. */
export function myHost(options: MiniHostOptions = {}): MiniHost {
  const api = my
  return miniHost(
    {
      api,
      requestsAtOnce: 6,
      // A key holds 200 kB; 180 are used.
      partUnits: 60_000,
      send({ url, method, headers = {}, body, timeoutMs }, { success, fail }) {
        api.request({
          url,
          method,
          headers,
          ...(body && { data: body }),
          dataType: 'text',
          timeout: timeoutMs,
          success: (answer) => success(responseOf(answer)),
          fail(failure) {
            const answer: RawAnswer = Object(failure)
            // A status of 400 and more is a failure here; small numbers are the host's own error codes.
            if (Number(answer.status) >= 100) success(responseOf(answer))
            else fail(failure)
          },
        })
        // A task is aborted by a number that no function tells; it keeps its place until the host ends it.
        return () => {}
      },
      socket: {
        open: (url) => api.connectSocket({ url, multiple: true }),
        textOf: ({ data }) => !data.isBuffer && data.data,
        endOf: ({ data }) => data,
      },
    },
    options,
  )
}
