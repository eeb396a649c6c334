import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import esbuild from 'rollup-plugin-esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

/** The world's JSON as a module of one default export. */
const json = {
  name: 'json',
  transform(code, id) {
    return id.endsWith('.json') ? { code: `export default ${code}`, map: null } : null
  },
}

/** Everything in dist/ that is no module: the page, one style sheet of src/look/*.css in the order of their names, MSW's worker. */
const pageFiles = {
  name: 'page-files',
  async generateBundle(_options, bundle) {
    const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)
    const style = await styleSheet()
    const styleName = `assets/style-${createHash('sha256').update(style).digest('hex').slice(0, 8)}.css`
    const page = readFileSync(join(here, 'index.html'), 'utf8')
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source })
    emit(styleName, style)
    emit('index.html', page.replace('src/main.ts', entry.fileName).replace('src/look/style.css', styleName))
    emit('mockServiceWorker.js', readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')))
  },
}

async function styleSheet() {
  const folder = join(here, 'src/look')
  const parts = readdirSync(folder).filter((name) => name.endsWith('.css'))
  const text = parts.sort().map((name) => readFileSync(join(folder, name), 'utf8'))
  const { code } = await transform(text.join('\n'), { loader: 'css', minify: true, target: 'chrome100' })
  return code
}

// biome-ignore lint/style/noDefaultExport: rollup reads the default export of its configuration.
export default {
  input: join(here, 'src/main.ts'),
  output: {
    dir: join(here, 'dist'),
    format: 'es',
    entryFileNames: 'assets/[name]-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
  },
  plugins: [
    nodeResolve({
      browser: true,
      exportConditions: ['minibell-source', 'browser', 'import', 'module', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    }),
    commonjs(),
    json,
    esbuild({ target: 'es2022', minify: true, tsconfig: false }),
    pageFiles,
  ],
  onwarn(warning, warn) {
    // Cycles of our own stop the packages' build; those of libraries are theirs.
    if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.code !== 'THIS_IS_UNDEFINED') warn(warning)
  },
}
