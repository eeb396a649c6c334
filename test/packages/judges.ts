import { readFileSync } from 'node:fs'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { command } from '../run/command.ts'
import { entries } from '../tools/workspaces.ts'
import type { Packed } from './pack.ts'

/** Throws publint's messages, suggestions too. */
export async function askPublint({ tarball }: Packed): Promise<void> {
  const bytes = readFileSync(tarball)
  // A view of a Buffer's memory may be part of a larger one; publint wants a buffer of its own.
  const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const { messages, pkg } = await publint({ pack: { tarball: own }, strict: true })
  const said = messages.map((message) => `${message.type} ${formatMessage(message, pkg, { color: false })}`)
  if (said.length > 0) throw new Error(said.join('; '))
}

/** Throws what `attw` found; CommonJS users of packages without `require` are told so by Node, which is no fault. */
export async function askAttw({ workspace, tarball }: Packed): Promise<void> {
  const isForAll = entries(workspace).every(([, { require }]) => require)
  const isForSome = entries(workspace).some(([, { require }]) => require)
  const profile = isForAll || isForSome ? 'node16' : 'esm-only'
  const ignored = isForAll ? [] : ['--ignore-rules', 'cjs-resolves-to-esm']
  const args = ['--no-definitely-typed', '--no-emoji', '--no-color', '--format', 'ascii', '--profile', profile, tarball]
  const { code, lines } = await command('attw', [...args, ...ignored], () => {})
  const bad = lines.filter((line) => /failed|error|^"/i.test(line) && !/ignored/.test(line))
  if (code !== 0) throw new Error(bad.join('; '))
}
