import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'

/** The least that each says to sign in, hear of news and count what is unread. */
const programs: Readonly<Record<string, string>> = {
  minibell: `import { createInbox, webSocket } from '@minibell/client'
    import { webHost } from '@minibell/adapters/web'
    const inbox = createInbox({ host: webHost(), session, transports: [webSocket()] })
    inbox.on('received', () => console.log(inbox.getSnapshot().unread))
    inbox.start()`,
  '@trycourier/courier-js': `import { Courier } from '@trycourier/courier-js'
    Courier.shared.signIn({ userId: 'u', jwt })
    Courier.shared.client.inbox.socket.addMessageEventListener(console.log)
    Courier.shared.client.inbox.socket.connect()
    Courier.shared.client.inbox.getUnreadMessageCount().then(console.log)`,
  '@suprsend/web-sdk': `import { SuprSend } from '@suprsend/web-sdk'
    const client = new SuprSend('key')
    const feed = client.feeds.initialize({})
    feed.initializeSocketConnection(); feed.fetch()
    feed.emitter.on('feed.new_notification', console.log)`,
  '@novu/js': `import { Novu } from '@novu/js'
    const novu = new Novu({ subscriberId: 'u', applicationIdentifier: 'a' })
    novu.on('notifications.notification_received', console.log)
    novu.notifications.list(); novu.notifications.count()`,
  '@knocklabs/client': `import Knock from '@knocklabs/client'
    const knock = new Knock('pk'); knock.authenticate('u')
    const feed = knock.feeds.initialize('f'); feed.listenForUpdates(); feed.fetch()
    feed.on('items.received.realtime', console.log)`,
}

/** Brotli bytes of what a page loads at once, by name; NaN for what cannot be bundled. */
export async function sizes(): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {}
  for (const name of Object.keys(programs)) found[name] = await sizeOf(programs[name] ?? '').catch(() => Number.NaN)
  return found
}

async function sizeOf(contents: string): Promise<number> {
  const built = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'js' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const { outputs } = built.metafile
  const first = new Set(Object.keys(outputs).filter((name) => outputs[name]?.entryPoint === '<stdin>'))
  for (const name of first)
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') first.add(path)
  const texts = built.outputFiles.filter(({ path }) =>
    [...first].some((name) => path.endsWith(name.replace(/.*\//, ''))),
  )
  return texts.reduce((sum, { contents: text }) => sum + brotli(text), 0)
}

function brotli(text: Uint8Array): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}
