import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Served {
  /** `http://localhost:41234`, without a slash at the end. */
  readonly url: string
  close(): void
}

/** Serves texts by path on a free port of this machine; any other path is a 404. */
export function serve(
  files: Readonly<Record<string, { readonly type: string; readonly text: string }>>,
): Promise<Served> {
  const server = createServer((request, response) => {
    const file = Object.hasOwn(files, request.url ?? '') ? files[request.url ?? ''] : undefined
    response.writeHead(file ? 200 : 404, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8` })
    response.end(file?.text ?? 'not found')
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // A bound TCP server has an address of this kind.
      const { port } = server.address() as AddressInfo
      resolve({ url: `http://localhost:${port}`, close: () => void server.close() })
    })
  })
}
