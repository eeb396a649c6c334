import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/**
 * Starts a real Chromium without a window: `CHROME_PATH`, one on the PATH, one of a Playwright cache, else one that is installed
 * now. Throws one sentence that says how to get one; never resolves without a browser. The caller closes it. `more`: flags of Chromium.
 * Where a Chromium is shared and no flag is asked for, it is that one, with contexts of its own, and closing leaves it to the others.
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const shared = process.env[place]
  if (shared !== undefined && more.length === 0) return chromium.connect(shared)
  return chromium.launch({ executablePath: chromiumPath(), args: [...flags(), ...more], headless: true })
}

/** One Chromium for all who launch one in this process and in those that it starts from now on; answers its end. */
export async function shareChromium(): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({ executablePath: chromiumPath(), args: flags(), headless: true })
  process.env[place] = server.wsEndpoint()
  return async () => {
    delete process.env[place]
    await server.close()
  }
}

/** Default of every wait on a page, ms. Nothing depends on it: it only ends what hangs. */
export const hangsMs = 120_000

const place = 'MINIBELL_CHROMIUM'

/** Path of a Chromium that runs; installs one when there is none (about a minute). */
export function chromiumPath(): string {
  const path = named() ?? onPath() ?? cached() ?? installed()
  if (path) return path
  throw new Error(
    'Failed to find a Chromium: neither CHROME_PATH, nor PATH, nor a Playwright cache has one, and none could be installed. ' +
      'Install one (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or set CHROME_PATH.',
  )
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const isRoot = (): boolean => process.getuid?.() === 0

function flags(): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ]
  return isRoot() ? ['--no-sandbox', ...quiet] : quiet
}

function named(): string | undefined {
  const path = process.env['CHROME_PATH']
  if (!path) return undefined
  if (isExecutable(path)) return path
  throw new Error(`Failed to use CHROME_PATH: ${path} is no executable file. Name another or unset it.`)
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/** Where Playwright and Puppeteer-like installers put browsers: one folder a build, the newest last. */
function cached(): string | undefined {
  const roots = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    process.env['LOCALAPPDATA'] && join(process.env['LOCALAPPDATA'], 'ms-playwright'),
  ]
  const known = chromium.executablePath()
  if (known && isExecutable(known)) return known
  return roots
    .filter((root) => root !== undefined && root !== '' && existsSync(root))
    .flatMap((root) => buildsIn(String(root)))
    .find(isExecutable)
}

function buildsIn(root: string): string[] {
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-linux/headless_shell',
    'chrome-headless-shell-linux64/chrome-headless-shell',
  ]
  const builds = readdirSync(root).filter((name) => name.startsWith('chromium'))
  return builds.reverse().flatMap((build) => inside.map((path) => join(root, build, path)))
}

function installed(): string | undefined {
  process.stderr.write('No Chromium found; installing one.\n')
  if (isRoot() && hasApt()) {
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
    const path = onPath()
    if (path) return path
  }
  run('npx', ['playwright-core', 'install', 'chromium'])
  return cached()
}

const hasApt = (): boolean => spawnSync('apt-get', ['--version']).status === 0

/** A failed installer is no exception here: the next way is tried, and `chromiumPath` has the last word. */
function run(command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  } catch (cause) {
    process.stderr.write(`${command} ${args.join(' ')} failed: ${String(cause)}\n`)
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
