import type { Http, HttpRequest, HttpResponse } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** A port and the server at its other end. */
export interface HttpCase {
  readonly http: Http
  /** Answers from now on; a rejection is a network that fails, a promise that never settles one that hangs. */
  serve(answer: (request: HttpRequest) => Promise<HttpResponse>): void
  /** Lets time pass where it does not by itself. */
  elapse(ms: number): Promise<void>
  /** Requests that the host takes at a time; absent: as many as there are. */
  readonly atOnce?: number
}

/** What every `Http` must do. `make` gives a fresh one for each test. */
export function checkHttp(test: Test, expect: Expect, make: () => HttpCase | Promise<HttpCase>): void {
  const url = 'https://platform.test/delivery/v1/changes?after=1'
  const ok = async (): Promise<HttpResponse> => ({ status: 200, headers: {}, body: '' })
  const never = (): Promise<HttpResponse> => new Promise(() => {})
  const outcome = (response: Promise<HttpResponse>): Promise<unknown> =>
    response.then(
      ({ status }) => status,
      (error) => typeof error.message,
    )

  test('http: method, address, headers and body arrive as they are', async () => {
    const { http, serve } = await make()
    const heard: unknown[] = []
    serve(async ({ method, url, headers = {}, body }) => {
      heard.push([method, url, headers['authorization'], body])
      return ok()
    })
    const headers = { authorization: 'Bearer t', 'content-type': 'application/json' }
    await http({ method: 'POST', url, headers, body: '{"é":"中\\u0000"}' }).response
    await http({ method: 'GET', url, headers }).response
    expect(heard).toEqual([
      ['POST', url, 'Bearer t', '{"é":"中\\u0000"}'],
      ['GET', url, 'Bearer t', undefined],
    ])
  })

  for (const status of [200, 401, 404, 429, 503]) {
    test(`http: ${status} is an answer, with its headers in lower case and its JSON as text`, async () => {
      const { http, serve } = await make()
      serve(async () => ({ status, headers: { 'Minibell-Verdict': 'MA-3; 1' }, body: '{"error":{"code":"x"}}' }))
      const answer = await http({ method: 'GET', url }).response
      expect([answer.status, answer.body, answer.headers['minibell-verdict']]).toEqual([
        status,
        '{"error":{"code":"x"}}',
        'MA-3; 1',
      ])
    })
  }

  test('http: no answer rejects with an error', async () => {
    const { http, serve } = await make()
    serve(() => Promise.reject(new Error('offline')))
    expect(await outcome(http({ method: 'GET', url }).response)).toEqual('string')
  })

  test('http: what was aborted rejects, once, and aborting what is over does nothing', async () => {
    const { http, serve } = await make()
    serve(never)
    const hanging = http({ method: 'GET', url })
    hanging.abort()
    hanging.abort()
    expect(await outcome(hanging.response)).toEqual('string')
    serve(ok)
    const over = http({ method: 'GET', url })
    expect(await outcome(over.response)).toEqual(200)
    over.abort()
  })

  test('http: what takes longer than timeoutMs rejects', async () => {
    const { http, serve, elapse } = await make()
    serve(never)
    const ended = outcome(http({ method: 'GET', url, timeoutMs: 5 }).response)
    await elapse(5)
    expect(await ended).toEqual('string')
  })

  test('http: forty requests at once are all answered, never more at a time than the host takes', async () => {
    const { http, serve, atOnce = 40 } = await make()
    let busy = 0
    let most = 0
    serve(async ({ url }) => {
      busy += 1
      most = Math.max(most, busy)
      for (let turn = 0; turn < 50; turn += 1) await undefined
      busy -= 1
      if (url.endsWith('7')) throw new Error('offline')
      return ok()
    })
    const all = Array.from({ length: 40 }, (_, at) => outcome(http({ method: 'GET', url: `${url}${at}` }).response))
    const statuses = await Promise.all(all)
    expect(statuses.filter((status) => status === 200).length).toEqual(36)
    expect([most <= atOnce, most >= Math.min(atOnce, 4)]).toEqual([true, true])
  })

  test('http: one that is aborted while it waits is never sent, and those behind it are', async () => {
    const { http, serve, atOnce = 40 } = await make()
    const sent: string[] = []
    const answers: (() => void)[] = []
    serve(({ url }) => {
      sent.push(url)
      return new Promise((resolve) => answers.push(() => resolve({ status: 200, headers: {}, body: '' })))
    })
    const start = (at: number) => http({ method: 'GET', url: `https://platform.test/${at}` })
    const all = Array.from({ length: atOnce + 2 }, (_, at) => start(at))
    const waiting = all[atOnce]
    if (atOnce < 40 && waiting) waiting.abort()
    const settled = all.map(({ response }) => outcome(response))
    for (let turn = 0; turn < 500; turn += 1) {
      await undefined
      for (const answer of answers.splice(0)) answer()
    }
    expect((await Promise.all(settled)).filter((one) => one === 'string').length).toEqual(atOnce < 40 ? 1 : 0)
    expect(sent.includes(`https://platform.test/${atOnce}`)).toEqual(atOnce >= 40)
  })
}
