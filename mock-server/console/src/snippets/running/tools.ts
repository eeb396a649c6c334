import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { SnippetLanguage } from '../snippet.ts'
import type { Way } from './stage.ts'

const run = promisify(execFile)

/** Each ends with 0 where the machine has it. */
const asks: Readonly<Record<string, readonly string[]>> = {
  curl: ['curl', '--version'],
  openssl: ['openssl', 'version'],
  node: [process.execPath, '--version'],
  java: ['java', '--version'],
  php: ['php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'],
  'php with openssl': ['php', '-r', 'exit(extension_loaded("openssl") ? 0 : 1);'],
  go: ['go', 'version'],
  python: ['python3', '--version'],
  'python with cryptography': ['python3', '-c', 'import cryptography'],
}

/** What a program needs and this machine lacks, `undefined` if nothing. */
export async function lacking({ id }: SnippetLanguage, way: Way): Promise<string | undefined> {
  for (const tool of needed(id, way)) if (!(await isThere(tool))) return tool
  return undefined
}

function needed(id: string, way: Way): readonly string[] {
  if (id === 'curl' && way !== 'unsigned') return ['curl', 'openssl']
  if (id === 'php' && way === 'key') return ['php', 'php with openssl']
  if (id === 'python' && way === 'key') return ['python', 'python with cryptography']
  return [id]
}

async function isThere(tool: string): Promise<boolean> {
  const [command = tool, ...args] = asks[tool] ?? []
  return run(command, args).then(
    () => true,
    () => false,
  )
}
