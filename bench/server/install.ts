import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bench = fileURLToPath(new URL('..', import.meta.url))

/** One that came last of each folder's. */
const rivals = ['fastify', 'ws', '@trycourier/courier-ui-inbox', '@suprsend/web-sdk', '@novu/js', '@knocklabs/client']

/** Gets the rivals from the lock beside this folder, once. Throws one sentence when that fails. */
export function installRivals(): void {
  if (rivals.every((name) => existsSync(`${bench}node_modules/${name}`))) return
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0)
    throw new Error('Failed to install the rivals in bench/: npm ci did not end well. Run it there, with a network.')
}
