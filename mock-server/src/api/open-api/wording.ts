import type { Verdict } from '../../platform/verdict.ts'
import type { OpenApiSettings } from '../../platform/world.ts'
import type { Answer, Note } from '../answer.ts'
import type { Head } from '../route.ts'
import type { OpenApiOptions } from './options.ts'
import { resultOf } from './results.ts'

/** What an answer needs besides its code. `at`: the platform's time. */
export interface Said {
  readonly request: Head
  readonly at: number
  readonly extendInfo: unknown
  /** Profile and status of the traffic code; absent: the process's options alone. */
  readonly settings?: OpenApiSettings
}

/** Answers of this dialect, by code or by verdict. */
export interface Wording {
  code(
    code: string,
    said: Said & { readonly note: Note; readonly verdict: string; readonly messageId?: string },
  ): Answer
  verdict(verdict: Verdict, said: Said & { readonly note: Note }): Answer
}

/** OA-7: `{result, messageId?, extendInfo?}` with `client-id` and `response-time`. */
export function wording(options: OpenApiOptions): Wording {
  const { successMessage = 'success' } = options

  const code: Wording['code'] = (
    resultCode,
    { request, at, extendInfo, note, verdict, messageId, settings = options },
  ) => ({
    status: 200,
    headers: headersOf(request, at),
    body: {
      result: resultOf(resultCode, { successMessage, trafficStatus: settings.trafficStatus ?? 'F' }),
      ...(messageId !== undefined && (options.messageId ?? settings.profile !== 'source') ? { messageId } : {}),
      ...(extendInfo === undefined ? {} : { extendInfo }),
    },
    verdict,
    note,
  })

  return {
    code,
    verdict: (verdict, said) =>
      code(String(verdict.code), {
        ...said,
        verdict: verdict.rule,
        note: {
          explanation: [{ rule: verdict.rule, word: 'refused', verdict }],
          ...said.note,
        },
      }),
  }
}

const rules: Readonly<Record<string, string>> = { redirectUrl: 'OA-3', templates: 'OA-4', extendInfo: 'OA-5' }

/** OA-2: `PARAM_ILLEGAL` with the field in the journal; the wire itself does not name it. */
export function fieldVerdict(fact: {
  readonly field?: string
  readonly expected: string
  readonly received: string
}): Verdict {
  const { field, expected, received } = fact
  const place = field === undefined ? 'the body' : `"${field}"`
  return {
    rule: rules[field?.split('.')[0] ?? ''] ?? 'OA-2',
    source: '/v2/miniprogram/message/send: Request',
    code: 'PARAM_ILLEGAL',
    expected: field === undefined ? expected : `${field}: ${expected}`,
    received,
    hint: { en: `Send ${place} as ${expected}.`, zh: `请检查 ${field ?? '请求体'}：${expected}` },
  }
}

function headersOf(request: Head, at: number): Readonly<Record<string, string>> {
  const client = request.headers.get('client-id')
  return { 'response-time': new Date(at).toISOString(), ...(client === null ? {} : { 'client-id': client }) }
}
