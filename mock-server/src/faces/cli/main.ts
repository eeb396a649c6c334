#!/usr/bin/env node
import { nodeFault } from './node-version.ts'

// An older Node would fail somewhere inside; nothing of ours is loaded before it is told.
const fault = nodeFault(process.versions.node)

if (fault === undefined) {
  quietSqlite()
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), {
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(`${text}\n`),
    environment: process.env,
    stopped: stopped.signal,
  })
  if (stopped.signal.aborted) process.exit()
} else {
  process.stderr.write(`${fault}\n`)
  process.exitCode = 1
}

/** Node calls its SQLite experimental at each start; whoever asked for --data need not hear of it. */
function quietSqlite(): void {
  const { emitWarning } = process
  const isSqlite = (warning: string | Error): boolean => String(warning).includes('SQLite is an experimental feature')
  process.emitWarning = ((warning: string | Error, ...more: []) => {
    if (!isSqlite(warning)) emitWarning.call(process, warning, ...more)
    // All overloads begin with the warning and pass the rest on.
  }) as typeof process.emitWarning
}
