import { type BuildOptions, build } from 'esbuild'

/**
 * One browser module of `entry` and everything below it, straight from the workspaces' sources: no build needs to have run.
 * The text of the module; throws esbuild's own message when an import cannot be resolved.
 */
export async function bundlePage(entry: string, options: BuildOptions = {}): Promise<string> {
  return text({ ...options, entryPoints: [entry] })
}

/** As `bundlePage`, of a script given as text whose imports are resolved from `folder`. */
export async function bundleText(
  script: { readonly text: string; readonly folder: string },
  options: BuildOptions = {},
): Promise<string> {
  return text({ ...options, stdin: { contents: script.text, resolveDir: script.folder, loader: 'ts' } })
}

async function text(options: BuildOptions): Promise<string> {
  const built = await build({
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['minibell-source'],
    sourcemap: 'inline',
    logLevel: 'silent',
    ...options,
    write: false,
  })
  const [file] = built.outputFiles
  if (!file) throw new Error('Failed to bundle: esbuild wrote no file.')
  return file.text
}
