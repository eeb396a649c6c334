import type { OpenPage } from '../../src/mini/api.ts'
import type { MyApi } from '../../src/my/api.ts'

// Alipay's own declarations, which are global, hold what the adapter takes for granted; each `@ts-expect-error` shows that they would
// say so if they did not.

export const api: MyApi = my

export const pages: () => readonly OpenPage[] = getCurrentPages

// @ts-expect-error: a request's method is one of a list.
export const methods: (options: { url: string; method: 'FETCH' }) => unknown = my.request

// @ts-expect-error: text, JSON, base64 or a buffer.
export const dataTypes: (options: { url: string; dataType: 'xml' }) => unknown = my.request

// @ts-expect-error: there is no such function.
export const resize = my.onWindowResize
