/** One promise about bytes. */
export interface Budget {
  readonly name: string
  /** Bytes that the check holds. */
  readonly most: number
  /** Bytes to come down to, where they are not reached yet: printed as reached or missed, and held from then on. */
  readonly goal?: number
  readonly counted: 'raw' | 'gzip' | 'brotli'
  /** What a user writes; bundled from the published build. */
  readonly snippet?: string
  /** Or a built file as it is, or several. */
  readonly file?: string | readonly string[]
  /** Modules that are there already. */
  readonly external?: readonly string[]
  /** `eager`: without what is loaded on first use. */
  readonly part?: 'eager' | 'all'
}

/** The limits of today; `readme` is the page snippet of README.md. */
export function budgets(readme: string): readonly Budget[] {
  return [
    { name: 'client-min', most: 5270, goal: 4096, counted: 'brotli', snippet: clientMin },
    { name: 'client-readme', most: 8190, goal: 6144, counted: 'brotli', snippet: readme },
    { name: 'client-full', most: 8_192, counted: 'brotli', snippet: clientFull },
    { name: 'eager', most: 9720, goal: 8192, counted: 'brotli', snippet: `${bubble}\n${readme}`, part: 'eager' },
    { ...surfaces, name: 'bubble alone', most: 2048, counted: 'gzip', snippet: bubble, part: 'eager' },
    { ...surfaces, name: 'surfaces', most: 14_020, part: 'eager' },
    // What comes on first use too: the bubble itself, sheets, menus, swipes, pulls, details, keys.
    { ...surfaces, name: 'surfaces, all of it', most: 22_570 },
    {
      name: 'surfaces + client-readme',
      most: 22_060,
      goal: 19_456,
      counted: 'brotli',
      snippet: `${elements}\n${readme}`,
      part: 'eager',
    },
    ...['web', 'wx', 'my', 'dlt'].map((host) => hostFile(host, { most: 25_600 })),
    // Client, adapter and the three native components: their code, then all that a mini-program's package gets of them.
    ...['miniprogram_dist', 'alipay_dist'].flatMap((folder) => [
      native(folder, { part: 'code', most: 60_000 }),
      native(folder, { part: 'all', most: 65_300, goal: 60_000 }),
    ]),
  ]
}

function native(folder: string, { part, ...bytes }: { part: 'code' | 'all'; most: number; goal?: number }): Budget {
  const place = `packages/miniprogram/${folder}`
  const components = ['capsule-bubble', 'floating-window', 'message-center']
  const code = [`${place}/index.js`, ...components.map((name) => `${place}/${name}/index.js`)]
  const [markup, styles] = folder === 'alipay_dist' ? ['axml', 'acss'] : ['wxml', 'wxss']
  const drawn = [
    ...components.flatMap((name) => ['json', markup, styles].map((end) => `${name}/index.${end}`)),
    ...['head', 'list', 'row', 'detail'].map((name) => `parts/${name}.${markup}`),
    ...['base', 'list'].map((name) => `parts/${name}.${styles}`),
  ]
  const file = part === 'code' ? code : [...code, ...drawn.map((name) => `${place}/${name}`)]
  return { name: `${folder} ${part}`, ...bytes, counted: 'raw', file }
}

/** What every mini-program needs of the client, and the adapter of a host, as one ES2017 file that is not compressed on its way. */
function hostFile(host: string, bytes: Pick<Budget, 'most' | 'goal'>): Budget {
  return { name: `host file ${host}`, ...bytes, counted: 'raw', file: `packages/adapters/dist/hosts/${host}.cjs` }
}

/** One transport, events, snapshot; the host is handed in. */
const clientMin = `
import { createInbox, webSocket } from '@minibell/client'
export function start(host, session) {
  const inbox = createInbox({ host, session, transports: [webSocket()] })
  inbox.on('received', (items) => console.log(items.length, inbox.getSnapshot().unseen))
  inbox.start()
}`

/** Every transport, one connection for all tabs; the host is handed in. */
const clientFull = `
import { createInbox, fallback, longPolling, polling, serverSentEvents, tabs, webSocket } from '@minibell/client'
export function start(host, session) {
  const transport = tabs(fallback([webSocket(), serverSentEvents(), longPolling(), polling()]))
  const inbox = createInbox({ host, session, transports: [transport] })
  inbox.on('received', (items) => console.log(items.length, inbox.getSnapshot().unseen))
  inbox.start()
}`

const bubble = "import '@minibell/elements/define/capsule-bubble'"

const elements = "import '@minibell/elements/define'"

const surfaces = { counted: 'brotli', snippet: elements, external: ['@minibell/client'] } as const
