import { type MiniHost, type MiniHostOptions, miniHost } from '../mini/host.ts'
import { responseOf } from '../mini/http.ts'
import type { WxApi } from './api.ts'

declare const wx: WxApi

/** WeChat's ports, over the `wx` of the logic thread. Call it once, in `app.js`. Addresses are absolute: https and wss. */
export function wxHost(options: MiniHostOptions = {}): MiniHost {
  const api = wx
  return miniHost(
    {
      api,
      // Of ten; the others are left to the mini-program itself.
      requestsAtOnce: 6,
      // A key holds 1 MB, and is cheap to write while it is small: at most 180 kB.
      partUnits: 60_000,
      send({ url, method, headers = {}, body, timeoutMs }, { success, fail }) {
        const task = api.request({
          url,
          method,
          header: headers,
          ...(body && { data: body }),
          // Anything but "json" leaves the text alone.
          dataType: 'text',
          responseType: 'text',
          timeout: timeoutMs,
          success: (answer) => success(responseOf(answer)),
          fail,
        })
        return () => task.abort()
      },
      socket: {
        open: (url, fail) => api.connectSocket({ url, fail }),
        textOf: ({ data }) => data,
        endOf: (closed) => closed,
      },
    },
    options,
  )
}
