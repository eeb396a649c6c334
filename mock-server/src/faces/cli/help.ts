import type { Command, CommandOption } from './command.ts'

/** What `minibell --help` prints. */
export function helpText(commands: readonly Command[]): string {
  const lines = commands.map(({ name, summary }) => [name, summary] as const)
  return `Usage: minibell COMMAND [options]

${columns(lines)}

Without a command it starts. "minibell COMMAND --help" tells of one; --version is the version.
`
}

/** What `minibell COMMAND --help` prints. */
export function commandHelp({ name, takes, summary, options }: Command): string {
  const lines = Object.entries(options).map(([option, facts]) => [optionText(option, facts), facts.says] as const)
  const usage = ['minibell', name, takes, lines.length > 0 ? '[options]' : ''].filter((word) => word !== '').join(' ')
  return [`Usage: ${usage}`, '', `${summary}.`, '', ...(lines.length > 0 ? [columns(lines), ''] : [])].join('\n')
}

function optionText(name: string, { short, value }: CommandOption): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
}

function columns(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n')
}
