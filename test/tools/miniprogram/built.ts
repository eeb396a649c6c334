import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { rollup } from 'rollup'
import { loadConfigFile } from 'rollup/loadConfigFile'
import { files, root } from '../files.ts'
import { outputs, writeMarkup } from './output.ts'

/** Builds the native components of all hosts unless what is there is newer than everything that they are made of. */
export async function builtComponents(): Promise<void> {
  if (isFresh()) return
  // The configuration reads the repository from where it runs.
  if (process.cwd() !== root) process.chdir(root)
  const { options } = await loadConfigFile(join(root, 'rollup.config.js'), {})
  for (const one of options.filter(({ output: [output] }) => /_dist\/|hosts\/parts\//.test(output?.file ?? ''))) {
    const made = await rollup(one)
    for (const output of one.output) await made.write(output)
    await made.close()
  }
  await writeMarkup()
}

function isFresh(): boolean {
  const built = Object.values(outputs).flatMap(({ folder, styles }) =>
    ['index.js', `parts/list.${styles}`].map((file) => join(root, folder, file)),
  )
  if (!built.every(existsSync)) return false
  const builtAt = Math.min(...built.map((file) => statSync(file).mtimeMs))
  const sources = files(
    'rollup.config.js',
    'packages/{ports,protocol,client,views,adapters,miniprogram}/src/**/*.{ts,wxml,wxss,json}',
    'test/tools/miniprogram/*.{ts,js}',
  )
  return sources.every((file) => statSync(join(root, file)).mtimeMs <= builtAt)
}
