import { dirname, posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { files, read, readJson } from '../tools/files.ts'
import { outputs } from '../tools/miniprogram/output.ts'
import { wxmlOf } from './from-axml.ts'

/** A mini-program as its host has it before it runs: every file by its path in the project, templates compiled. */
export interface Compiled {
  /** Scripts by path, `app.js`. */
  readonly scripts: Readonly<Record<string, string>>
  /** Manifests by the path of page or component, `pages/home/index`. */
  readonly configs: Readonly<Record<string, object>>
  /** Style sheets by path, imports and classes in the engine's way. */
  readonly sheets: Readonly<Record<string, string>>
  /** Code that gives all templates by path. */
  readonly templates: string
}

/** The example project of that host with the built package in it. */
export function compiled(host: 'wechat' | 'alipay'): Compiled {
  const place = `miniprogram_npm/${packageOf(host)}`
  const project = { ...projectFiles(`demo/miniprograms/${host}`, ''), ...projectFiles(packed(host), place) }
  const named = (end: string): [string, string][] =>
    Object.entries(project).filter(([file]) => file.endsWith(`.${end}`))
  const configs = Object.fromEntries(
    named('json').map(([file, text]) => [bare(file), resolved(bare(file), JSON.parse(text))] as const),
  )
  return {
    scripts: Object.fromEntries(named('js')),
    configs,
    sheets: Object.fromEntries(named('wxss').map(([file]) => [bare(file), sheet(file, project)])),
    templates: templatesOf(named('wxml')),
  }
}

/** What "build npm" puts into the project: on WeChat the folder that package.json names, whatever it holds (wechat-tools.ts asks the real one). */
function packed(host: 'wechat' | 'alipay'): string {
  const { miniprogram } = readJson<{ readonly miniprogram: string }>('packages/miniprogram/package.json')
  return host === 'wechat' ? `packages/miniprogram/${miniprogram}` : outputs.alipay.folder
}

/** What stands in the example's `config.js`; `language`: a file of `languages/`. */
export function configured(host: 'wechat' | 'alipay', config: object, language: string | undefined): string {
  const pack = language ? `require('${packageOf(host)}/languages/${language}').${language}` : 'undefined'
  return `module.exports = Object.assign(${JSON.stringify(config)}, { language: ${pack} })`
}

/** What a project of that host requires. */
function packageOf(host: 'wechat' | 'alipay'): string {
  return host === 'wechat' ? '@minibell/miniprogram' : '@minibell/miniprogram/alipay_dist'
}

const bare = (file: string): string => file.replace(/\.\w+$/, '')

function projectFiles(folder: string, at: string): Record<string, string> {
  const found = files(`${folder}/**/*.{js,json,wxml,wxss,axml,acss}`).filter(
    (file) => !/project\.config|mini\.project|package\.json/.test(file),
  )
  return Object.fromEntries(found.map((file) => asWechat(posix.join(at, posix.relative(folder, file)), read(file))))
}

/** A file of either host under the name, and in the words, that the engine knows. */
function asWechat(file: string, text: string): [string, string] {
  if (file.endsWith('.axml')) return [file.replace(/axml$/, 'wxml'), wxmlOf(text)]
  if (file.endsWith('.acss')) return [file.replace(/acss$/, 'wxss'), text.replace(/\.acss"/g, '.wxss"')]
  return [file, text]
}

/** Paths of components from the project's root, as the engine wants them. */
function resolved(from: string, config: { usingComponents?: Record<string, string> }): object {
  const paths = Object.entries(config.usingComponents ?? {}).map(([name, path]) => {
    const place = path.startsWith('@')
      ? posix.join('miniprogram_npm', path)
      : path.startsWith('/')
        ? path.slice(1)
        : posix.join(dirname(from), path)
    return [name, `/${place}`]
  })
  return { ...config, usingComponents: Object.fromEntries(paths) }
}

function templatesOf(pages: readonly [string, string][]): string {
  const group = new TmplGroup()
  for (const [file, text] of pages) {
    const faults: { message?: string; level?: number }[] = group.addTmpl(bare(file), text)
    if (faults.length > 0) throw new Error(`Failed to compile ${file}: ${JSON.stringify(faults)}`)
  }
  return group.getTmplGenObjectGroups()
}

/** Imports in their place, `rpx` and `page` as the engine's page has them, classes of components with their prefix. */
function sheet(file: string, project: Readonly<Record<string, string>>): string {
  const text = imported(file, project)
    .replace(/(-?[\d.]+)rpx/g, 'calc(100vw * $1 / 750)')
    .replace(/(^|[\s,}])page(?=\s*\{)/g, '$1.page-root')
  return file.startsWith('miniprogram_npm') ? prefixed(text, scopeOf(bare(file))) : text
}

function imported(file: string, project: Readonly<Record<string, string>>): string {
  const text = project[file]
  if (text === undefined) throw new Error(`Failed to find the style sheet ${file}: nobody wrote it.`)
  return text.replace(/@import "([^"]+)";/g, (_, from: string) => imported(posix.join(dirname(file), from), project))
}

/** The engine writes a component's classes as `scope--name`. */
export function scopeOf(path: string): string {
  return path.split('/').slice(-2)[0] ?? path
}

function prefixed(text: string, scope: string): string {
  return text.replace(/([^{}]+)\{/g, (whole, selector: string) =>
    selector.trim().startsWith('@') ? whole : `${selector.replace(/\.([a-zA-Z_-][\w-]*)/g, `.${scope}--$1`)}{`,
  )
}
