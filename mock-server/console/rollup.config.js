import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import esbuild from 'rollup-plugin-esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const { resolve } = createRequire(import.meta.url)

const dist = join(here, '../dist/console')

/** Themes of the elements that a preview may wear, each a style sheet of its own. */
const themes = ['savanna', 'dusk', 'contrast']

/** Everything in the folder that is no module: the page, and one style sheet of src/look/*.css in the order of their names. */
const pageFiles = {
  name: 'page-files',
  buildStart: () => rmSync(dist, { recursive: true, force: true }),
  async generateBundle(_options, bundle) {
    const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)
    const folder = join(here, 'src/look')
    const parts = readdirSync(folder).filter((name) => name.endsWith('.css'))
    const style = await small(parts.sort().map((name) => join(folder, name)))
    const styleName = `assets/style-${createHash('sha256').update(style).digest('hex').slice(0, 8)}.css`
    const page = readFileSync(join(here, 'index.html'), 'utf8')
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source })
    emit(styleName, style)
    // The page is served at `/`, its files below `/console/`.
    emit(
      'index.html',
      page
        .replace('./src/main.ts', `console/${entry.fileName}`)
        .replace('./src/look/style.css', `console/${styleName}`),
    )
    for (const theme of themes)
      emit(`themes/${theme}.css`, await small([resolve(`@minibell/elements/themes/${theme}.css`)]))
  },
}

async function small(files) {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const { code } = await transform(text, { loader: 'css', minify: true, target: 'chrome100' })
  return code
}

// biome-ignore lint/style/noDefaultExport: rollup reads the default export of its configuration.
export default {
  input: join(here, 'src/main.ts'),
  output: {
    dir: dist,
    format: 'es',
    entryFileNames: 'assets/[name]-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
  },
  plugins: [
    nodeResolve({
      browser: true,
      exportConditions: ['minibell-source', 'browser', 'import', 'module', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    }),
    commonjs(),
    esbuild({ target: 'es2022', minify: true, tsconfig: false }),
    pageFiles,
  ],
  onwarn(warning, warn) {
    // Cycles of our own stop the packages' build; those of libraries are theirs.
    if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.code !== 'THIS_IS_UNDEFINED') warn(warning)
  },
}
