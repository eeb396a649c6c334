import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installed } from '../packages/pack.ts'
import { checks } from '../run/checks.ts'
import { command } from '../run/command.ts'
import { root } from '../tools/files.ts'
import { builtComponents } from '../tools/miniprogram/built.ts'

// `npm run wechat-tools --workspace packages/miniprogram`: WeChat's own "build npm" and compile step over the example project with the
// packages from their tarballs. The tools are the npm package miniprogram-ci, 270 MB, installed beside the repository on first use.

const version = '2.1.42'

const ours = ['client', 'miniprogram', 'ports', 'protocol', 'views']

const place = 'miniprogram_npm/@minibell/miniprogram'

interface Project {
  attr(): Promise<object>
}

/** As much of it as is used here; it has no declarations that hold. */
interface Tools {
  readonly Project: new (options: object) => Project
  readonly DefaultProjectAttr: object
  packNpm(project: Project): Promise<readonly { readonly jsPath: string; readonly msg: string }[]>
  getCompiledResult(options: object): Promise<Readonly<Record<string, string | Uint8Array>>>
}

async function main(): Promise<void> {
  const { check, end } = checks()
  const tools = await toolsOf(join(tmpdir(), `minibell-miniprogram-ci-${version}`))
  await builtComponents()
  const consumer = await installed()
  const folder = await exampleOf(consumer.folder)
  const project = projectOf(folder, tools)
  await check('"build npm" takes the package as it is', () => buildNpm(folder, () => tools.packNpm(project)))
  await check('the example compiles; what nobody requires is left out', async () => {
    const files = await compiled(tools, project)
    return `${bytes(files, place)} bytes of ours, ${bytes(files, '')} in all`
  })
  await check('it would say so if a component were missing', () =>
    missing(folder, (broken) => compiled(tools, projectOf(broken, tools))),
  )
  consumer.remove()
  end()
  // The tools keep a process of theirs.
  process.exit()
}

async function toolsOf(folder: string): Promise<Tools> {
  if (!existsSync(join(folder, 'node_modules/miniprogram-ci/package.json'))) {
    mkdirSync(folder, { recursive: true })
    const args = [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `miniprogram-ci@${version}`,
    ]
    const { code, lines } = await command('npm', args, () => {})
    if (code !== 0) throw new Error(`Failed to install miniprogram-ci: ${lines.join(' ')}. It needs a registry once.`)
  }
  return createRequire(join(folder, 'package.json'))('miniprogram-ci')
}

/** The example beside the packages that it depends on. */
async function exampleOf(consumer: string): Promise<string> {
  const folder = join(consumer, 'example')
  cpSync(join(root, 'demo/miniprograms/wechat'), folder, { recursive: true })
  for (const name of ours)
    cpSync(join(consumer, `node_modules/@minibell/${name}`), join(folder, `node_modules/@minibell/${name}`), {
      recursive: true,
    })
  return folder
}

function projectOf(folder: string, { Project, DefaultProjectAttr }: Tools): Project {
  const privateKeyPath = join(folder, '../key')
  writeFileSync(privateKeyPath, 'nothing is uploaded')
  const project = new Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  })
  // Otherwise asked of the vendor's server, by account.
  project.attr = async () => Object.assign({ appType: 0 }, DefaultProjectAttr)
  return project
}

async function buildNpm(folder: string, build: () => ReturnType<Tools['packNpm']>): Promise<string> {
  const said = await build()
  const unexpected = said.filter(({ jsPath }) => !/@minibell\/(?:client|ports|protocol|views)\//.test(jsPath))
  if (unexpected.length > 0) throw new Error(`It says of ${unexpected[0]?.jsPath}: ${unexpected[0]?.msg}.`)
  const from = join(root, 'packages/miniprogram/miniprogram_dist')
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(from, file)).isFile(),
  )
  for (const file of files)
    if (!readFileSync(join(folder, place, file)).equals(readFileSync(join(from, file))))
      throw new Error(`It changed ${file}.`)
  return `${files.length} files; ${said.length} packages that only bundlers read are passed over`
}

async function compiled(tools: Tools, project: Project): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const setting = { es6: false, minify: false, ignoreUploadUnusedFiles: true }
  const files = await tools.getCompiledResult({ project, version: '1', desc: '', setting, onProgressUpdate() {} })
  for (const file of ['index.js', 'message-center/index.wxml', 'parts/list.wxss', 'parts/cache.js'])
    if (!files[`${place}/${file}`]) throw new Error(`${file} is not in what would be uploaded.`)
  const unused = Object.keys(files).filter((file) => /languages\/|parts\/long-polling|eventemitter3/.test(file))
  if (unused.length > 0) throw new Error(`${unused.join(', ')}: nobody requires it.`)
  return files
}

function bytes(files: Readonly<Record<string, string | Uint8Array>>, below: string): string {
  const all = Object.entries(files).filter(([file]) => file.startsWith(below))
  return all.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0).toLocaleString('en')
}

async function missing(folder: string, compile: (folder: string) => Promise<unknown>): Promise<string> {
  // It remembers folders.
  const broken = `${folder}-broken`
  cpSync(folder, broken, { recursive: true })
  rmSync(join(broken, place, 'message-center'), { recursive: true })
  const said = await compile(broken).then(
    () => '',
    (error: unknown) => String(error),
  )
  if (!said.includes('message-center')) throw new Error(`It said "${said}".`)
  return said.replace(/\s+/g, ' ').slice(0, 120)
}

await main()
