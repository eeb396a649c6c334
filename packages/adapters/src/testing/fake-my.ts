import type { MyApi } from '../my/api.ts'
import { globalsOf, requests, type ThreadGlobals, taskOf } from './fake-wx.ts'
import { createGround, type FakeOptions, type Ground, type MiniProgram } from './mini-program.ts'

/** A host that is not there: what its logic thread has, and levers. */
export interface FakeMy {
  readonly globals: ThreadGlobals & { readonly my: MyApi }
  readonly levers: MiniProgram
}

/** Alipay as far as the adapter calls it: 6 requests, 200 kB a key, a 4xx that fails, pages without options. */
export function fakeMy(options: FakeOptions): FakeMy {
  const ground = createGround(options, {
    failure: (_, why) => ({ error: 4, errorMessage: why }),
    success: (_, answer) => answer,
    limits: { keyBytes: 200_000, allBytes: 10 * 1024 * 1024 },
    requests: 6,
    pagesKeep: 'nothing',
    missing: { data: null },
  })
  const request = requests(ground, ({ status, headers, body: data }) => {
    const answer = { status, statusCode: status, headers, header: headers, data }
    if (status < 400) return answer
    throw { raw: { error: 19, errorMessage: 'http status error', status, headers, data } }
  })
  const { onWindowResize: _, ...shared } = ground.shared
  const connectSocket = lastOne(ground)
  const my = { ...shared, request: (given: Parameters<typeof request>[0]) => void request(given), connectSocket }
  return { globals: { ...globalsOf(ground), my: my as unknown as MyApi }, levers: ground.levers } // `shared` is not typed by name
}

/** Without `multiple` a new socket closes the one before. */
function lastOne({ network }: Ground) {
  let before: { close(): void } | undefined
  return ({ url, multiple }: { readonly url: string; readonly multiple?: boolean }) => {
    const wire = network.connect(url)
    if (!multiple && before) before.close()
    before = wire
    const socketTaskID = '1'
    const message = (data: unknown): object => ({ data: { socketTaskID, data, isBuffer: typeof data !== 'string' } })
    return taskOf(wire, { message, closed: () => ({ data: { socketTaskID } }) })
  }
}
