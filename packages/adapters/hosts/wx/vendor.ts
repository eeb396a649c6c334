import type { OpenPage } from '../../src/mini/api.ts'
import type { WxApi } from '../../src/wx/api.ts'

// WeChat's own declarations, which are global, hold what the adapter takes for granted; each `@ts-expect-error` shows that they would
// say so if they did not.

export const api: WxApi = wx

export const pages: () => readonly OpenPage[] = getCurrentPages

// @ts-expect-error: a request's method is one of a list.
export const methods: (options: { url: string; method: 'FETCH' }) => unknown = wx.request

// @ts-expect-error: an answer has a number for a status.
export const status: (options: { url: string; success: (answer: { statusCode: string }) => void }) => unknown =
  wx.request

// @ts-expect-error: there is no such function.
export const launch = wx.launchMiniProgram
