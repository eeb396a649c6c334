import { createHash } from 'node:crypto'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, createBrotliCompress } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'

/** The pages that are felt, and the platform, on one origin, as a mini-program's server and the platform's gateway are: no call asks for leave first. */
export interface Site {
  /** Of the page whose only file is itself: its script stands in it, named in its policy by a hash. */
  readonly whole: string
  /** Of the page whose script is a module, and whose list another. */
  readonly parts: string
  close(): void
}

interface File {
  readonly type: string
  readonly text: Buffer
  readonly policy: string
}

export async function openSite(platform: string): Promise<Site> {
  const files = new Map([...(await wholePage()), ...(await partsPage())])
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://any.test').pathname)
    if (!file) return pass(request, response, platform)
    response.writeHead(200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-encoding': 'br',
      'content-security-policy': file.policy,
    })
    response.end(file.text)
  })
  server.on('upgrade', (request, socket, head) => passSocket(request, { socket, head }, platform))
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  // A bound TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  return { whole: `${origin}/whole`, parts: `${origin}/parts`, close: () => void server.close() }
}

const body = '<minibell-capsule-bubble></minibell-capsule-bubble><minibell-message-center></minibell-message-center>'

function fileOf(type: string, text: string, scripts = "'self'"): File {
  const policy = `default-src 'self'; script-src ${scripts}; img-src data:; connect-src 'self' ws:`
  return { type, text: brotliCompressSync(text), policy }
}

/** Without round trips for scripts, as a page for bad lines is built. */
async function wholePage(): Promise<readonly (readonly [string, File])[]> {
  const [script] = await bundled('felt-page.ts', { splitting: false })
  const text = script?.text ?? ''
  const hash = createHash('sha256').update(text).digest('base64')
  const html = `<!doctype html><html lang="en"><title>Felt</title>${body}<script type="module">${text}</script>`
  return [['/whole', fileOf('text/html', html, `'sha256-${hash}'`)]]
}

/** Names what the first script and the bubble's import, so that it comes beside them and not after them. */
async function partsPage(): Promise<readonly (readonly [string, File])[]> {
  const entry = 'felt-list-page.js'
  const scripts = await bundled('felt-list-page.ts', { splitting: true })
  const early = scripts.filter(({ name }) => name === entry || name.startsWith('life-'))
  const imported = new Set(early.flatMap(({ imports }) => imports))
  const preloads = [...imported].map((name) => `<link rel="modulepreload" href="/${name}">`).join('')
  const html = `<!doctype html><html lang="en"><title>Felt</title>${preloads}<script type="module" src="/${entry}"></script>${body}`
  const files = scripts.map(({ name, text }) => [`/${name}`, fileOf('text/javascript', text)] as const)
  return [['/parts', fileOf('text/html', html)], ...files]
}

interface Script {
  readonly name: string
  readonly text: string
  readonly imports: readonly string[]
}

async function bundled(entry: string, options: Pick<BuildOptions, 'splitting'>): Promise<readonly Script[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome71',
    conditions: ['minibell-source'],
    outdir: '/',
    write: false,
    metafile: true,
    logLevel: 'silent',
    ...options,
  })
  const importsOf = (name: string): readonly string[] =>
    Object.entries(metafile.outputs)
      .filter(([path]) => nameOf(path) === name)
      .flatMap(([, { imports }]) => imports.filter(({ kind }) => kind === 'import-statement'))
      .map(({ path }) => nameOf(path))
  return outputFiles.map(({ path, text }) => ({ name: nameOf(path), text, imports: importsOf(nameOf(path)) }))
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? ''

/** To the platform and back; compressed, as any gateway does with what it hands to phones. */
function pass(request: IncomingMessage, response: ServerResponse, platform: string): void {
  const far = ask(`${platform}${request.url}`, { method: request.method, headers: request.headers }, (answer) => {
    const { 'content-length': _, ...headers } = answer.headers
    if (!String(headers['content-type']).includes('json')) {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      return
    }
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-encoding': 'br' })
    answer.pipe(createBrotliCompress()).pipe(response)
  })
  far.on('error', () => response.destroy())
  request.pipe(far)
}

function passSocket(
  request: IncomingMessage,
  { socket, head }: { readonly socket: Duplex; readonly head: Buffer },
  platform: string,
): void {
  const far = connect(Number(new URL(platform).port), '127.0.0.1', () => {
    const lines = request.rawHeaders.map((one, at) => (at % 2 === 0 ? `${one}: ` : `${one}\r\n`)).join('')
    far.write(`GET ${request.url} HTTP/1.1\r\n${lines}\r\n`)
    far.write(head)
    socket.pipe(far).pipe(socket)
  })
  far.on('error', () => socket.destroy())
  socket.on('error', () => far.destroy())
}
