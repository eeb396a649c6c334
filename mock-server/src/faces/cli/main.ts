#!/usr/bin/env node
import { ownVersion } from '../server/own-files.ts'
import { commandOf, usage } from './arguments.ts'
import { isSentence, start } from './start.ts'

const command = commandOf(process.argv.slice(2))
const print = (text: string): void => void process.stdout.write(text)
const warn = (text: string): void => void process.stderr.write(`${text}\n`)

if (command.kind === 'help') print(usage)
else if (command.kind === 'version') print(`${ownVersion()}\n`)
else if (command.kind === 'wrong') fail(command.sentence)
else {
  start(command, { print, warn }).then(
    (listening) => {
      const stop = () => void listening.close().then(() => process.exit(0))
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
    },
    (error: unknown) => fail(isSentence(error) ? error.message : `Failed to start: ${String(error)}`),
  )
}

function fail(sentence: string): void {
  warn(sentence)
  process.exitCode = 1
}
