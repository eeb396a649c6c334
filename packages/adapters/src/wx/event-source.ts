import type { EventSourceLike } from '@minibell/ports'
import { eventReader } from '../stream/event-reader.ts'
import { textReader } from '../stream/text-reader.ts'
import type { WxApi } from './api.ts'

declare const wx: WxApi

/** As long as WeChat lets a request last; then the stream is opened anew. */
const longestMs = 600_000

/** Of a refusal, which is an answer like any other. */
const refusalUnits = 4_096

/**
 * `EventSourceLike` by a request whose answer comes in chunks, for `serverSentEvents()`: `{ ...wxHost(), eventSource: wxEvents }`. It
 * takes one of WeChat's ten requests as long as it is open. Base libraries before 2.20.2 have no chunks: there it closes at once.
 */
export const wxEvents: EventSourceLike = (url, headers, events) => {
  let isOver = false
  let isOpen = false
  let said = ''
  const read = textReader()

  const end = (reason: string): void => {
    if (isOver) return
    isOver = true
    task.abort()
    events.closed(reason)
  }
  const open = (): void => {
    if (!isOpen && !isOver) events.opened()
    isOpen = true
  }
  const take = eventReader((data, id) => {
    open()
    if (!isOver) events.received(data, id)
  })
  const chunk = ({ data }: { readonly data: ArrayBuffer }): void => {
    if (isOver) return
    try {
      const piece = read(data)
      if (!isOpen) said = (said + piece).slice(0, refusalUnits)
      if (!take(piece)) end('An event is too long.')
    } catch (error) {
      end(String(error))
    }
  }

  const task = wx.request({
    url,
    method: 'GET',
    header: { accept: 'text/event-stream', ...headers },
    dataType: 'text',
    responseType: 'text',
    timeout: longestMs,
    enableChunked: true,
    success: ({ statusCode }) => end(statusCode === 200 ? '' : said),
    fail: (failure) => end(String(Object(failure).errMsg)),
  })
  // The vendor's tool gives no status here: then the first event opens it.
  if (task.onHeadersReceived) task.onHeadersReceived(({ statusCode }) => statusCode === 200 && open())
  if (task.onChunkReceived) task.onChunkReceived(chunk)
  else Promise.resolve().then(() => end('This base library has no chunks.'))
  return () => {
    if (!isOver) task.abort()
    isOver = true
  }
}
