import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { createMockPlatform } from '@minibell/mock'
import { listen } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'

/** What people feel first. */
export interface Felt {
  /** Ms from the address to the badge, nothing cached, 400 kbit/s and 400 ms there and back; by the clock on the wall. */
  readonly coldBadge: number
  /** The same until the bubble of a message that is sent then. */
  readonly coldBubble: number
  /** CPU ms of script at 6×, from the address until the stored rows stand there; nobody answers. */
  readonly storedScript: number
  /** CPU ms of script at 6×, from the address until the first bubble. */
  readonly bubbleScript: number
}

const entry = 'felt-page.js'

/** Names what the first script imports, so that it comes beside it and not after it. */
function htmlWith(imported: readonly string[]): string {
  const preloads = imported.map((path) => `<link rel="modulepreload" href="/${path}">`)
  return `<!doctype html><html lang="en"><title>Felt</title>${preloads.join('')}<script type="module" src="/${entry}"></script>
<minibell-capsule-bubble></minibell-capsule-bubble><minibell-message-center></minibell-message-center>`
}

/** The page's files as a server sends them: split, minified, brotli. */
async function files(): Promise<ReadonlyMap<string, Buffer>> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('felt-page.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'chrome71',
    conditions: ['minibell-source'],
    outdir: '/',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const imports = Object.entries(metafile.outputs).find(([path]) => path.endsWith(entry))?.[1].imports ?? []
  const first = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => nameOf(path))
  const scripts = outputFiles.map(({ path, text }) => [`/${nameOf(path)}`, brotliCompressSync(text)] as const)
  return new Map([...scripts, ['/', brotliCompressSync(htmlWith(first))]])
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? ''

export async function felt(browser: Browser): Promise<Felt> {
  const mock = await createMockPlatform({ world: demo })
  const platform = await listen(mock, { port: 0, allowOrigins: '*' })
  const texts = await files()
  // One origin, as a mini-program's server and the platform's gateway are: no call asks for leave first.
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://any.test').pathname
    const text = texts.get(path)
    if (!text) return pass(request, response, platform.url)
    response.writeHead(200, {
      'content-type': path === '/' ? 'text/html' : 'text/javascript',
      'content-encoding': 'br',
    })
    response.end(text)
  })
  server.on('upgrade', (request, socket, head) => {
    const far = connect(Number(new URL(platform.url).port), '127.0.0.1', () => {
      const lines = request.rawHeaders.map((one, at) => (at % 2 === 0 ? `${one}: ` : `${one}\r\n`)).join('')
      far.write(`GET ${request.url} HTTP/1.1\r\n${lines}\r\n`)
      far.write(head)
      socket.pipe(far).pipe(socket)
    })
    far.on('error', () => socket.destroy())
    socket.on('error', () => far.destroy())
  })
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  // A bound TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo
  const post = async (path: string, body: object): Promise<{ readonly token?: string }> => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return (await mock.fetch(`http://any.test${path}`, request)).json()
  }
  const ship = (order: string): Promise<unknown> =>
    post('/v2/miniprogram/message/send', {
      appId: 'P000000000000001soko',
      accessToken: 'demo-token-amina',
      requestId: order,
      templateCode: 'TP_ORDER_SHIPPED',
      redirectUrl: `pages/order/detail?order=${order}`,
      templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order, when: 'Friday' } }],
    })
  for (let order = 0; order < 50; order += 1) await ship(`SM-${order}`)
  const { token = '' } = await post('/control/v1/sessions', { person: 'amina', scope: { kind: 'host' } })
  const address = `http://localhost:${port}/?token=${token}`
  const figures = { ...(await cold(browser, address, ship)), ...(await scripts(browser, address, ship)) }
  server.close()
  await platform.close()
  return figures
}

/** To the platform and back. */
function pass(request: IncomingMessage, response: ServerResponse, url: string): void {
  const far = ask(`${url}${request.url}`, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  far.on('error', () => response.destroy())
  request.pipe(far)
}

async function cold(
  browser: Browser,
  address: string,
  ship: (order: string) => Promise<unknown>,
): Promise<Pick<Felt, 'coldBadge' | 'coldBubble'>> {
  const page = await browser.newPage({ viewport: { width: 360, height: 720 } })
  const cdp = await page.context().newCDPSession(page)
  const bytesASecond = 400_000 / 8
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond,
  })
  await page.goto(address, { waitUntil: 'commit' })
  const now = (): Promise<number> => page.evaluate(() => performance.now())
  await page.locator('.badge:not(:empty)').waitFor()
  const coldBadge = await now()
  const asked = await now()
  await ship('SM-cold')
  await page.locator('.bubble.in').waitFor()
  const coldBubble = coldBadge + (await now()) - asked
  await page.close()
  return { coldBadge, coldBubble }
}

async function scripts(
  browser: Browser,
  address: string,
  ship: (order: string) => Promise<unknown>,
): Promise<Pick<Felt, 'storedScript' | 'bubbleScript'>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 } })
  const first = await slowPage(await context.newPage())
  await first.page.goto(address)
  await first.page.locator('.badge:not(:empty)').waitFor()
  await ship('SM-script')
  await first.page.locator('.bubble.in').waitFor()
  const bubbleScript = await first.script()
  await first.page.close()
  const second = await slowPage(await context.newPage())
  await second.page.route('**/delivery/**', (route) => route.abort())
  await second.page.goto(`${address}&list`)
  await second.page.locator('article').first().waitFor()
  const storedScript = await second.script()
  await context.close()
  return { storedScript, bubbleScript }
}

async function slowPage(page: Page): Promise<{ readonly page: Page; script(): Promise<number> }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  return {
    page,
    async script() {
      const { metrics } = await cdp.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000
    },
  }
}
