import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createMockPlatform } from '@minibell/mock'
import { type Listening, listen, realClock } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from './languages.ts'
import { keyFile, type SnippetCall, type SnippetLanguage } from './snippet.ts'

const run = promisify(execFile)
const path = '/v2/miniprogram/message/send'
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
/** Everything that a quotation could stumble over. */
const hard = `It's "due" on \\ $HOME \`id\` %s 100% – 电费 😀 <b> \${x}\n\tend`

let folder: string
let server: Listening

beforeAll(async () => {
  const client = { id: 'shop-server', keys: [{ version: 2, publicKey: keys.publicKey }] }
  const world = { ...demo, clients: [client], openApi: { signatures: 'required' } }
  server = await listen(await createMockPlatform({ world, clock: realClock }), { port: 0 })
  folder = await mkdtemp(join(tmpdir(), 'minibell-snippets-'))
  await writeFile(join(folder, keyFile), keys.privateKey)
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** What the platform got of a service message whose title is hard to quote. */
const plainCall = (): SnippetCall => ({
  url: `${server.url}/miniapp/v1/messages/send`,
  body: JSON.stringify({
    miniappId: 'mp_kijani',
    uniqueIds: ['u_amina'],
    message: { title: hard, content: 'C', jumpUrl: 'pages/home/index' },
  }),
})

const signedCall = (requestId: string): SnippetCall => ({
  url: `${server.url}${path}`,
  body: JSON.stringify({
    appId: 'P000000000000001soko',
    accessToken: 'demo-token-amina',
    requestId,
    templateCode: 'TP_ORDER_SHIPPED',
    redirectUrl: 'pages/order/detail',
    templates: [{ language: 'en-US', templateParameters: { who: hard, order: '7', when: 'today' } }],
  }),
  signing: { clientId: 'shop-server', keyVersion: 2, path },
})

const languageOf = (id: string): SnippetLanguage => languages.find((one) => one.id === id) as SnippetLanguage

/** Saves the program as the page says, and runs it as the page says. */
async function runAs(language: SnippetLanguage, call: SnippetCall): Promise<string> {
  await writeFile(join(folder, language.file), language.write(call))
  const [command = '', ...args] = language.run.split(' ')
  const { stdout } = await run(command === 'node' ? process.execPath : command, args, { cwd: folder })
  return stdout
}

async function isThere(command: string): Promise<boolean> {
  return run(command, ['--version']).then(
    () => true,
    () => false,
  )
}

/** The body that the newest send of the journal came with. */
async function lastRequest(): Promise<unknown> {
  const { rows } = (await (await fetch(`${server.url}/control/v1/journal`)).json()) as {
    rows: { isSend?: true; request?: unknown }[]
  }
  return rows.findLast(({ isSend }) => isSend)?.request
}

test.each(['curl', 'node', 'python'])(
  '%s: what is copied runs, and the platform gets the body as it was',
  async (id) => {
    const call = plainCall()
    const stdout = await runAs(languageOf(id), call)
    // The title breaks a rule, and the rule says so: it was read to its end.
    expect(stdout).toContain('MA-10')
    expect(await lastRequest()).toEqual(JSON.parse(call.body))
  },
)

test.for(['curl', 'node', 'python', 'java'])(
  'OA-1, %s: what is copied is signed, where its tools are there',
  async (id, { skip }) => {
    const language = languageOf(id)
    const tool = id === 'curl' ? 'openssl' : id
    if (!(await isThere(tool))) skip(`there is no ${tool}`)
    if (
      id === 'python' &&
      !(await run('python3', ['-c', 'import cryptography']).then(
        () => true,
        () => false,
      ))
    )
      skip('this Python has no cryptography')
    const stdout = await runAs(language, signedCall(`r-${id}`))
    expect(stdout).toContain('SUCCESS')
    expect(stdout).toMatch(/\bok; \w+/)
  },
)

test('OA-1: another key is refused, so that the signatures above are looked at', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  await writeFile(join(folder, keyFile), privateKey)
  const stdout = await runAs(languageOf('node'), signedCall('r-other')).finally(() =>
    writeFile(join(folder, keyFile), keys.privateKey),
  )
  expect(stdout).toContain('INVALID_SIGNATURE')
})

/** `'POST ' . '/path' . "\n" . $clientId …` of a program, put together by what its own names stand for. */
test.each([
  { id: 'php', bodyLine: /^\$body = '([\s\S]*?)';$/m, unquoted: (text: string) => text.replace(/\\([\\'])/g, '$1') },
  { id: 'go', bodyLine: /^\tbody := (".*")$/m, unquoted: (text: string): string => JSON.parse(text) },
  { id: 'java', bodyLine: /String body = (".*");$/m, unquoted: (text: string): string => JSON.parse(text) },
])(
  'OA-1, $id: without its tools, its texts are read back: body, path, client and the order in which they are signed',
  ({ id, bodyLine, unquoted }) => {
    const call = signedCall(`r-${id}`)
    const program = languageOf(id).write(call)
    const body = unquoted(bodyLine.exec(program)?.[1] ?? '')
    expect(body).toBe(call.body)
    const signedOrder =
      program
        .replace(/\$|\s|\.\s|\+/g, '')
        .match(/["']POST["'][^\n]*/)?.[0]
        .toLowerCase() ?? ''
    const places = ['post', path, '\\n', 'clientid', 'time', 'body'].map((part) =>
      signedOrder.indexOf(part === 'time' && id === 'go' ? 'now' : part),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(program).toMatch(
      /OPENSSL_ALGO_SHA256|SHA256withRSA|SignPKCS1v15\(rand\.Reader, key\.\(\*rsa\.PrivateKey\), crypto\.SHA256/,
    )
  },
)

test('the page never holds the key: a signed snippet reads it from a file', () => {
  for (const language of languages) {
    const program = language.write(signedCall('r'))
    expect(program).toContain(keyFile)
    expect(program).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY/)
  }
})
