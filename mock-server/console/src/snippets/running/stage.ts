import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createMockPlatform } from '@minibell/mock'
import { listen, realClock } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { fieldsToSign } from '../fields-to-sign.ts'
import { keyFile, type SnippetCall, type SnippetLanguage, secretName } from '../snippet.ts'

/** How a program proves who sends: not at all, with a secret (MA-7), or with a private key (OA-1). */
export const ways = ['unsigned', 'secret', 'key'] as const
export type Way = (typeof ways)[number]

/** A listening platform that asks for every signature, and a folder in which a developer saves programs. */
export interface SnippetStage {
  /** Message with everything in it that a quotation could stumble over; each has a request id of its own. */
  call(way: Way): SnippetCall
  /** Saves the program as the page says, and runs it as the page says: what it printed. */
  run(language: SnippetLanguage, call: SnippetCall): Promise<string>
  /** Runs another program of that language, which finds a fresh world and the address in its environment. */
  runProgram(language: SnippetLanguage, program: string): Promise<string>
  /** From now on the key and the secret are those of somebody else. */
  lose(): Promise<void>
  /** What the platform's journal keeps of the newest send. */
  lastSend(): Promise<{ readonly request?: unknown; readonly summary: string }>
  close(): Promise<void>
}

const run = promisify(execFile)
const hard = `It's "due" on \\ $HOME \`id\` %s 100% – 电费 😀 <b> \${x}\n\tend`
const secret = `it's a "secret" – $HOME`
const path = '/v2/miniprogram/message/send'

export async function snippetStage(): Promise<SnippetStage> {
  const keys = pairOfKeys()
  const server = await listen(await createMockPlatform({ world: worldOf(keys.publicKey), clock: realClock }), {
    port: 0,
  })
  const folder = await mkdtemp(join(tmpdir(), 'minibell-snippets-'))
  await writeFile(join(folder, keyFile), keys.privateKey)
  let known = secret
  let count = 0
  const start = async (language: SnippetLanguage, program: string): Promise<string> => {
    await writeFile(join(folder, language.file), program)
    const [command = '', ...args] = language.run.split(' ')
    const tools = { [secretName]: known, MINIBELL_URL: server.url, GOCACHE: join(folder, 'go'), GO111MODULE: 'off' }
    const env = { ...process.env, ...tools }
    const { stdout } = await run(command === 'node' ? process.execPath : command, args, { cwd: folder, env })
    return stdout
  }
  return {
    call(way) {
      count += 1
      return way === 'key'
        ? templateCall(server.url, `r${count}`)
        : serviceCall(server.url, { way, requestId: `r${count}` })
    },
    run: (language, call) => start(language, language.write(call)),
    async runProgram(language, program) {
      await fetch(`${server.url}/control/v1/world/reset`, { method: 'POST' })
      return start(language, program)
    },
    async lose() {
      known = 'another'
      await writeFile(join(folder, keyFile), pairOfKeys().privateKey)
    },
    async lastSend() {
      // The control API's own word, held by its tests.
      const { rows } = (await (await fetch(`${server.url}/control/v1/journal`)).json()) as {
        rows: { isSend?: true; request?: unknown; summary: string }[]
      }
      return rows.findLast(({ isSend }) => isSend) ?? { summary: 'nothing was sent' }
    },
    async close() {
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}

function pairOfKeys(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

function worldOf(publicKey: string): unknown {
  return {
    ...demo,
    senders: demo.senders.map((sender) => (sender.id === 'kijani' ? { ...sender, accessKeySecret: secret } : sender)),
    clients: [{ id: 'shop-server', keys: [{ version: 2, publicKey }] }],
    openApi: { signatures: 'required' },
    miniapp: { signatures: 'when-present' },
  }
}

function serviceCall(url: string, { way, requestId }: { readonly way: Way; readonly requestId: string }): SnippetCall {
  const message = { title: hard, content: 'C', jumpUrl: 'pages/home/index' }
  const body = { miniappId: 'mp_kijani', uniqueIds: ['u_amina'], requestId, message }
  return {
    url: `${url}/miniapp/v1/messages/send`,
    body: JSON.stringify(body),
    ...(way === 'secret' && { signing: { kind: 'secret', content: fieldsToSign(body) } }),
  }
}

function templateCall(url: string, requestId: string): SnippetCall {
  const body = {
    appId: 'P000000000000001soko',
    accessToken: 'demo-token-amina',
    requestId,
    templateCode: 'TP_ORDER_SHIPPED',
    redirectUrl: 'pages/order/detail',
    templates: [{ language: 'en-US', templateParameters: { who: hard, order: '7', when: 'today' } }],
  }
  return {
    url: `${url}${path}`,
    body: JSON.stringify(body),
    signing: { kind: 'key', clientId: 'shop-server', keyVersion: 2, path },
  }
}
