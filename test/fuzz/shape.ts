import type { Dialect } from './endpoints/endpoint.ts'

/** What is wrong with an answer's shape; nothing when it is one of its dialect. Accepted or refused, never a failure of the mock. */
export function shapeFault(
  dialect: Dialect,
  answer: { readonly status: number; readonly body: string },
): string | undefined {
  if (answer.status >= 500) return `status ${answer.status}`
  if (isCsv(answer.body)) return undefined
  const body = parsed(answer.body)
  if (!isObject(body)) return 'the body is no JSON object'
  if (/\bat .*\.[jt]s:\d+/.test(answer.body)) return 'a stack trace'
  if (dialect === 'delivery' || dialect === 'control') return deliveryFault(answer.status, body)
  if (dialect === 'wechat') return wechatFault(answer.status, body)
  return dialect === 'miniapp' ? miniappFault(answer.status, body) : openApiFault(answer.status, body)
}

/** The dialect's code of an answer. */
export function codeOf(text: string): string | number | undefined {
  if (isCsv(text)) return 'csv'
  const body = parsed(text)
  if (!isObject(body)) return undefined
  const { code, result, error, errcode } = body
  if (typeof errcode === 'number') return errcode
  if (typeof code === 'number') return code
  return isObject(result) && typeof result['resultCode'] === 'string' ? result['resultCode'] : errorCode(error)
}

/** A result file, with its heading. */
function isCsv(text: string): boolean {
  return text.startsWith('uniqueId,code,message,itemId\r\n') && text.endsWith('\r\n')
}

/** Delivery and control name a code where they refuse. */
function errorCode(error: unknown): string {
  return isObject(error) && typeof error['code'] === 'string' ? error['code'] : 'ok'
}

/** Whether inline content was registered: that stands, whatever became of its recipients (MA-7). */
export function hasRegistered(text: string): boolean {
  const body = parsed(text)
  return isObject(body) && isObject(body['data']) && typeof body['data']['messageId'] === 'string'
}

type Fields = { readonly [name: string]: unknown }

function miniappFault(status: number, { code, message, data, ...others }: Fields): string | undefined {
  if (![200, 404, 405, 413].includes(status)) return `status ${status}`
  if (typeof code !== 'number' || typeof message !== 'string' || message === '') return 'no code and message'
  if (Object.keys(others).length > 0) return `fields that nobody documented: ${Object.keys(others)}`
  if (data !== undefined && !isObject(data)) return 'data is no object'
  if (code !== 0 && !isObject((data as Fields | undefined)?.['denial'])) return `code ${code} without a denial`
  return undefined
}

/** HTTP 200 whatever happened; a refusal has `errcode` and `errmsg` alone. */
function wechatFault(status: number, { errcode, errmsg, ...others }: Fields): string | undefined {
  if (status !== 200) return `status ${status}`
  if (errcode === undefined && errmsg === undefined) return Object.keys(others).length > 0 ? undefined : 'nothing'
  if (!Number.isSafeInteger(errcode) || !isText(errmsg, 1_000)) return 'no errcode and errmsg'
  if (errcode === 0) return errmsg === 'ok' ? undefined : `errmsg ${errmsg} of success`
  return Object.keys(others).length === 0 ? undefined : `fields beside a refusal: ${Object.keys(others)}`
}

function deliveryFault(status: number, { error, ...others }: Fields): string | undefined {
  if (status === 200) return error === undefined ? undefined : 'an error with 200'
  if (![400, 401, 404, 405, 409, 413].includes(status)) return `status ${status}`
  if (!isObject(error) || !isText(error['code'], 64) || !isText(error['message'], 1_000)) return 'no code and message'
  return Object.keys(others).length === 0 ? undefined : `fields beside the error: ${Object.keys(others)}`
}

const documented = new Set([
  ...['result', 'messageId', 'extendInfo', 'customerId'],
  ...['accessToken', 'accessTokenExpiryTime', 'refreshToken', 'refreshTokenExpiryTime'],
])

function openApiFault(status: number, body: Fields): string | undefined {
  if (status !== 200 && status !== 413) return `status ${status}`
  const { result, extendInfo } = body
  if (!isObject(result)) return 'no result'
  const { resultStatus, resultCode, resultMessage } = result
  if (!['S', 'F', 'U'].includes(String(resultStatus))) return `resultStatus ${String(resultStatus)}`
  if (!isText(resultCode, 64) || !isText(resultMessage, 256)) return 'resultCode or resultMessage'
  if ((resultStatus === 'S') !== (resultCode === 'SUCCESS')) return `${resultStatus} with ${resultCode}`
  if (resultStatus !== 'S' && Object.keys(body).some((name) => name !== 'result' && name !== 'extendInfo'))
    return 'a refusal that gives something'
  if (extendInfo !== undefined && typeof extendInfo !== 'string') return 'extendInfo is no text'
  const odd = Object.keys(body).find((name) => !documented.has(name))
  return odd === undefined ? undefined : `a field that nobody documented: ${odd}`
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longest
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
