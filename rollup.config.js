import { existsSync, globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import esbuild from 'rollup-plugin-esbuild'
import { arrows } from './test/tools/miniprogram/arrows.js'

// One build for each package and format, read from its package.json: an entry is an export with a `minibell-source`.
// Dependencies and peers stay outside; what only CommonJS users lack (packages without `require`) is taken in for them.

/** Runs in the web views and page runtimes of phones: lowered to the oldest Chromium that is promised (decision 16). */
const phone = 'chrome71'
const targets = { 'mock-server': 'node22', 'packages/rules': 'es2022' }

/** Built file by file, so that a page's own bundler drops and inlines as it would with the source. */
const modular = new Set(['packages/elements', 'packages/views'])

const emitterFile = `${process.cwd()}/node_modules/eventemitter3/index.js`

const emitterCuts = [
  // Methods and aliases that nobody calls.
  /^EventEmitter\.prototype\.(?:eventNames|listeners|listenerCount|once|removeAllListeners) = [\s\S]*?^};/gm,
  /^EventEmitter\.(?:prototype\.addListener|prefixed|EventEmitter) = .*/gm,
  /^if \('undefined' !== typeof module\)[\s\S]*/m,
  // A number that eventNames asks for, and answers that nobody reads.
  /, emitter\._eventsCount\+\+/,
  /if \(--emitter\._eventsCount === 0\) emitter\._events = new Events\(\);\s+else /,
  /^ {2}this\._eventsCount = 0;\n/m,
  /^ {2}return (?:emitter|this|true);\n(?=\})/gm,
  // For engines that have no Object.create.
  /^var has = [\s\S]*?;/m,
  /^if \(Object\.create\) \{|^ {2}if \(!new Events.*\n\}/gm,
  /prefix \? prefix \+ event : (?=event)/g,
  // Every emit has an event and nothing more: the one call that is written out for that is left.
  /(?<=^ {4})switch \(len\) \{\s+case 1:.*\s+case 2: return (?=listeners\.fn\.call)/m,
  /(?<=call\(listeners\.context, a1\)), true;\s+case 3[\s\S]*?apply\(listeners\.context, args\)/,
  /(?<=^ {6})switch \(len\) \{\s+case 1:.*\s+case 2: (?=listeners\[i\])/m,
  /(?<=call\(listeners\[i\]\.context, a1\);) break;\s+case 3[\s\S]*?context, args\);\s+\}/,
  // Every listener is wrapped in a function of the client's own.
  /^ {2}if \(typeof fn !== 'function'\) \{[\s\S]*?^ {2}\}/m,
  // Listeners for one call, and contexts: ours are arrow functions.
  /^ {2}this\.(?:context|once) = .*\n/gm,
  /, context \|\| emitter, once(?=\)\n)/,
  /(?<=^function EE\(fn), context, once/m,
  /(?<=^function addListener\(emitter, event, fn), context, once/m,
  /(?<=return addListener\(this, event, fn), context, false/,
  /^ +if \(listeners(?:\[i\])?\.once\).*\n/gm,
  / &&\s+\(!once [\s\S]*?context === context\)(?=\s+\) \{)/,
  / \|\|\s+\(once && [\s\S]*?context !== context\)(?=\s+\) \{)/,
  /^ {2}if \(!fn\) \{[\s\S]*?^ {2}\}/m,
  // Its other name.
  /^EventEmitter\.prototype\.off = .*\n/m,
  // A listener that is alone is in a list, too.
  /^ {2}if \(!emitter\._events\[evt\]\) emitter\._events\[evt\] = listener;\s+else (?=if)/m,
  /(?<=^if \()!(?=emitter\._events\[evt\]\.fn\))/m,
  /(?<=^if \(emitter\._events\[evt\])\.fn(?=\))/m,
  /(?<=^ {2}else emitter\._events\[evt\] = \[)emitter\._events\[evt\], /m,
  /^ {2}if \(listeners\.fn\) \{[\s\S]*?^ {2}\} else (?=\{\s+var length)/m,
  /^ {2}if \(listeners\.fn\) \{[\s\S]*?^ {2}\} else (?=\{\s+for)/m,
  // Only what was put on is taken off, and a list may be empty.
  /^ {2}if \(!this\._events\[evt\]\) return this;\n/m,
  /(?<=^ {4})if \(events\.length\) (?=this)/m,
  /(?<=this\._events\[evt\] = )events\.length === 1 \? events\[0\] : (?=events;)/m,
  /^ {4}else clearEvent\(this, evt\);\n/m,
  /^function clearEvent[\s\S]*?^\}/m,
  // Nobody asks whether there was a listener, and a function that is wrapped needs no context.
  /(?<=^ {2}if \(!this\._events\[evt\]\) return) false/m,
  /(?<=listeners\[i\]\.fn)\.call(?=\(listeners\[i\]\.context, a1\))/,
  /(?<=listeners\[i\]\.fn\()listeners\[i\]\.context, (?=a1\))/,
  /(?<=emit\(event, a1), a2, a3, a4, a5/,
  /(?<=removeListener\(event, fn), context, once/,
  /(?<= on\(event, fn), context/,
  // What is left of prefixes: another name of an event.
  ...[
    /(?<= emit\(ev)en(?=t, a1)/,
    /(?<= removeListener\(ev)en(?=t)/,
    /(?<=^function addListener\(emitter, ev)en(?=t)/m,
  ],
  ...[/^ +var evt = event;\n/m, /^ +var evt = event;\n/m, /\s+, evt = event(?=;)/],
]

/** `{ ...a, b }` and `{ a, ...b }` without getters and symbols, which no object here has: shorter than esbuild's, in as many lines. */
const restOf =
  '(from, taken) => { const rest = Object.assign({}, from); for (const key of taken) delete rest[key]; return rest }'
const shorter = (text) => (whole) => text + '\n'.repeat(whole.split('\n').length - 1)
const spreadBy = [
  [/(?<=^var __spreadValues = )[\s\S]*?^\}(?=;)/m, shorter('Object.assign')],
  [/(?<=^var __spreadProps = ).*(?=;)/m, shorter('Object.assign')],
  [/(?<=^var __objRest = )[\s\S]*?^\}(?=;)/m, shorter(restOf)],
]

/** Properties that the client alone reads: short in the published build. None may be on a storage, on the wire, or in what a user writes. */
const insideClient = [
  ...[
    '_events',
    'fn',
    'context',
    'removeListener',
    'emit',
    'isGone',
    'told',
    'news',
    'take',
    'mark',
    'refill',
    'extend',
  ],
  ...['adopt', 'publish', 'changed', 'work', 'calls', 'store', 'ask', 'forget', 'owe', 'isWaiting', 'isSettled'],
  ...['flush', 'stored', 'save', 'load', 'quit', 'purge'],
]

/** Names that components and their markup alone know; test/tools/miniprogram/short-names.ts writes the same into the markup. */
const insideComponents = JSON.parse(readFileSync('packages/miniprogram/src/markup/short-names.json', 'utf8'))

/** What every mini-program needs is in the file of its host; each further part of the client has a file of its own. */
const inHostFiles = ['createInbox', 'MinibellError', 'outbox', 'polling', 'router', 'webSocket']

/** What pages alone have. */
const forPages = ['tabs']

/** What an adapter has beside its host, in a file of its own as well. */
const besideHosts = { wx: ['wxEvents'] }

/** Where each host's builder looks for components, its adapter, and what registers a component there. */
const componentHosts = [
  ['miniprogram_dist', 'wx', 'onWechat'],
  ['alipay_dist', 'my', 'onAlipay'],
  ['dlt_dist', 'dlt', 'onDlt'],
]

const folders = globSync(['packages/*/package.json', 'mock-server/package.json'])
  .map((file) => file.replaceAll('\\', '/').replace('/package.json', ''))
  .sort()

export default folders.flatMap((folder) => builds(folder, JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))))

function builds(folder, manifest) {
  const entries = Object.values(manifest.exports).filter((entry) => entry['minibell-source'])
  const bin = Object.values(manifest.bin ?? {}).map((file) => ({ 'minibell-source': sourceOf(file), default: file }))
  const common = entries.filter((entry) => entry.require)
  const jobs = [job(folder, manifest, { format: 'es', inputs: inputs(folder, [...entries, ...bin]) })]
  if (common.length > 0) jobs.push(job(folder, manifest, { format: 'cjs', inputs: inputs(folder, common) }))
  if (folder === 'packages/adapters') jobs.push(...hosts(folder, manifest))
  if (folder === 'packages/miniprogram') jobs.push(...components(folder))
  return jobs
}

/** `{ 'faces/msw/index': 'mock-server/src/faces/msw/index.ts' }`: the name is the place below dist. */
function inputs(folder, entries) {
  const pair = (entry) => {
    const built = entry.default ?? entry.import.default
    return [built.replace(/^\.\/dist\/|\.js$/g, ''), `${folder}/${entry['minibell-source'].replace('./', '')}`]
  }
  return Object.fromEntries(entries.map(pair))
}

function sourceOf(built) {
  return built.replace('./dist/', './src/').replace(/\.js$/, '.ts')
}

function job(folder, manifest, { format, inputs }) {
  const end = format === 'cjs' ? 'cjs' : 'js'
  return {
    input: inputs,
    external: outside(manifest, format),
    treeshake: { moduleSideEffects: 'no-external' },
    plugins: [...plugins(targets[folder] ?? phone, format), ...(folder === 'packages/client' ? [shortNames()] : [])],
    onLog: refuse,
    output: {
      dir: `${folder}/dist`,
      format,
      sourcemap: true,
      entryFileNames: `[name].${end}`,
      chunkFileNames: `parts/[name]-[hash].${end}`,
      ...(modular.has(folder) && { preserveModules: true, preserveModulesRoot: `${folder}/src` }),
      exports: 'named',
    },
  }
}

/**
 * Client and adapter of one host as one ES2017 file, and each further part of the client as another, for builders that ignore `exports`,
 * refuse newer syntax and drop nothing.
 */
function hosts(folder, manifest) {
  const names = Object.keys(manifest.exports).map((entry) => entry.replace('./', ''))
  const real = names.filter((name) => name !== 'testing')
  const files = real.map((host) => [host, client(inHostFiles) + adapter(host)])
  return [...files, ...clientParts(), ...adapterParts()].map(([name, text]) =>
    phoneFile(`${folder}/dist/hosts/${name}.cjs`, text),
  )
}

function client(list) {
  return `export { ${list} } from '@minibell/client'\n`
}

function adapter(host) {
  const beside = besideHosts[host] ?? []
  const names = namesOf(`packages/adapters/src/${host}/index.ts`).filter((name) => !beside.includes(name))
  return `export { ${names} } from '@minibell/adapters/${host}'\n`
}

function adapterParts() {
  return Object.entries(besideHosts).flatMap(([host, names]) =>
    names.map((name) => [`parts/${kebab(name)}`, `export { ${name} } from '@minibell/adapters/${host}'\n`]),
  )
}

function clientParts() {
  const parts = namesOf('packages/client/src/index.ts').filter((name) => ![...inHostFiles, ...forPages].includes(name))
  return parts.map((part) => [`parts/${kebab(part)}`, client([part])])
}

function phoneFile(file, text, { sourcemap = true, inside = [] } = {}) {
  return {
    input: 'host',
    plugins: [oneFile(text), ...plugins('esnext', 'es'), ...shrunk(inside)],
    onLog: refuse,
    output: { file, format: 'cjs', sourcemap, exports: 'named' },
  }
}

/** The logic of native components with client and adapter as one file a host; test/tools/miniprogram writes what stands beside it. */
function components(folder) {
  return componentHosts.map(([dist, host, register]) => {
    const whole = `import { capsuleBubble, floatingWindow, messageCenter, ${register} } from '@minibell/miniprogram'
${client(inHostFiles)}${adapter(host)}export { english, plainFormat, provide } from '@minibell/miniprogram'
export const register = (name) =>
  ${register}([capsuleBubble, floatingWindow, messageCenter].find((kind) => kind.name === name))
`
    // Hosts take the whole folder into the mini-program: a map would weigh more than everything else.
    return phoneFile(`${folder}/${dist}/index.js`, whole, { sourcemap: false, inside: insideComponents })
  })
}

function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Names that are more than a type. */
function namesOf(file) {
  const lists = readFileSync(file, 'utf8').matchAll(/^export \{([^}]*)\}/gm)
  const names = [...lists].flatMap(([, list]) => list.split(',')).map((name) => name.trim())
  return names.filter((name) => name && !name.startsWith('type '))
}

/** Text that stands for a module beside the adapters. */
function oneFile(text) {
  const file = `${process.cwd()}/packages/adapters/src/one-file.ts`
  return {
    name: 'host',
    resolveId: (id) => (id === 'host' ? file : null),
    load: (id) => (id === file ? { code: text, moduleSideEffects: true } : null),
  }
}

/**
 * Lowers the whole file at once, so that what lowering needs is in it once, then takes out what is not needed to run; the source map
 * beside it keeps the names.
 */
function shrunk(inside) {
  const esbuilt = async (code, options) => {
    const { transform } = await import('esbuild')
    return transform(code, {
      target: 'es2017',
      format: 'cjs',
      legalComments: 'none',
      sourcemap: 'external',
      ...options,
    })
  }
  return [
    {
      name: 'lowered',
      async renderChunk(code) {
        const { code: lowered, map } = await esbuilt(code)
        return { code: spreadBy.reduce((text, one) => text.replace(...one), lowered), map }
      },
    },
    ...(inside.length ? [arrows()] : []),
    shortNames(inside),
    { name: 'smaller', renderChunk: (code) => esbuilt(code, { minify: true }) },
    {
      name: 'smallest',
      async renderChunk(code) {
        const { minify } = await import('vite')
        const options = { compress: { target: 'es2017' }, mangle: { toplevel: true }, sourcemap: true }
        const { code: small, map, errors } = await minify('host.cjs', code, options)
        if (errors.length > 0) throw new Error(`Failed to shrink a host file: ${errors[0].message}`)
        return { code: small, map }
      },
    },
  ]
}

/**
 * One letter for each of `insideClient`, the same in every file, and two for each of `inside`. Stops the build where a name is also a user's,
 * or stands in markup, which would not follow.
 */
function shortNames(inside = []) {
  const letter = (at) => String.fromCharCode(at < 26 ? 97 + at : 39 + at) // a to z, A to Z
  const letters = (at) => String.fromCharCode(65 + Math.floor(at / 26), 97 + (at % 26)) // Aa to Az, Ba to Bz
  const mangleCache = Object.fromEntries([
    ...insideClient.map((name, at) => [name, letter(at)]),
    ...inside.map((name, at) => [name, letters(at)]),
  ])
  const mangleProps = new RegExp(`^(${Object.keys(mangleCache).join('|')})$`)
  return {
    name: 'short-names',
    buildStart() {
      for (const file of globSync('packages/{ports,protocol}/src/**/*.ts').concat(
        forUsers,
        inside.length ? forApps : [],
      ))
        for (const [, name] of readFileSync(file, 'utf8').matchAll(/^ {2}(?:readonly )?(\w+)\??[:(<]/gm))
          if (insideClient.includes(name) || inside.includes(name))
            throw new Error(`${file} has "${name}": take it out of insideClient, or of short-names.json.`)
      for (const file of globSync('packages/miniprogram/src/markup/**/*.wxml'))
        for (const [expression] of readFileSync(file, 'utf8').matchAll(/(?<=\{\{)[^}]*/g))
          for (const [name] of expression.replace(/'[^']*'/g, '').matchAll(/[A-Za-z_]\w*/g))
            if (insideClient.includes(name)) throw new Error(`${file} draws "${name}": take it out of insideClient.`)
    },
    async renderChunk(code, { name }) {
      if (name.startsWith('testing')) return null
      const { transform } = await import('esbuild')
      return transform(code, { mangleProps, mangleCache, sourcemap: 'external', legalComments: 'none' })
    },
  }
}

/** Where names stand that users of the components write. */
const forApps = globSync('packages/{views/src/words/{words,format},miniprogram/src/{given,words/plain-format}}.ts')

/** Where names stand that users of the client write. */
const forUsers = globSync('packages/client/src/{*,{filter,preferences,route,tabs,transports}/{*,*/*}}.ts').filter(
  (file) => !/[\\/](?:events|part)\.ts$|\.test|local-log/.test(file),
)

/**
 * eventemitter3 as an ES module with what the client calls, `on`, `off` and `emit`, taken into its build: a bundler would carry
 * all of it and a wrapper for CommonJS. What is cut is never called or only faster; docs/decisions/0006 has the bytes.
 */
function leanEmitter() {
  return {
    name: 'lean-emitter',
    resolveId: (id) => (id === 'eventemitter3' ? emitterFile : null),
    load(id) {
      if (id !== emitterFile) return null
      const cut = (text, part) => {
        if (!part.test(text))
          throw new Error(`eventemitter3 has no ${part} any more. See leanEmitter in rollup.config.js.`)
        return text.replace(part, '')
      }
      return `${emitterCuts.reduce(cut, readFileSync(id, 'utf8'))}\nexport { EventEmitter }\n`
    },
  }
}

function plugins(target, format) {
  const conditions = [...(format === 'cjs' ? [] : ['import']), 'default', 'module']
  return [
    leanEmitter(),
    nodeResolve({ extensions: ['.ts', '.mjs', '.js'], exportConditions: ['minibell-source', ...conditions] }),
    commonjs({ exclude: emitterFile }),
    esbuild({ target, tsconfig: 'tsconfig.json', sourceMap: true }),
  ]
}

function outside(manifest, format) {
  const named = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  const left = format === 'cjs' ? named.filter(canBeRequired) : named
  return (id) =>
    builtin(id) || left.some((name) => id !== 'eventemitter3' && (id === name || id.startsWith(`${name}/`)))
}

function builtin(id) {
  return id.startsWith('node:') || builtinModules.includes(id)
}

function canBeRequired(name) {
  const file = `node_modules/${name}/package.json`
  if (!existsSync(file)) return false
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  return manifest.type !== 'module' || JSON.stringify(manifest.exports ?? '').includes('"require"')
}

/** A cycle, an unresolved import, a missing name: whatever rollup would only mention stops the build. */
function refuse(level, log) {
  if (level !== 'warn') return
  throw new Error(`${log.code ?? 'rollup'}: ${log.message}`)
}
