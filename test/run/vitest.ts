import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tools/files.ts'
import { command } from './command.ts'
import { failed, type Part, type Print, sum, type Tally } from './part.ts'

/** The vitest project of that name, or one part of `unit`, counted test by test from its JSON report. */
export function vitest(part: Omit<Part, 'run'>, unitPart?: 'pure' | 'rest'): Part {
  const asked = unitPart ? { project: 'unit', env: { MINIBELL_UNIT_PART: unitPart } } : { project: part.name, env: {} }
  return {
    ...part,
    async run(print) {
      const folder = mkdtempSync(join(tmpdir(), 'minibell-'))
      try {
        return await runProject(asked, join(folder, 'report.json'), print)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

async function runProject(
  { project, env }: { readonly project: string; readonly env: NodeJS.ProcessEnv },
  reportFile: string,
  print: Print,
): Promise<Tally> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const { code } = await command('vitest', ['run', '--project', project, ...reporters], print, root, env)
  const tally = count(JSON.parse(readFileSync(reportFile, 'utf8')), print)
  return code !== 0 && tally.failed === 0 ? sum([tally, failed]) : tally
}

/** What we read of vitest's JSON report. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly unknown[]
  }[]
}

/** A file that could not even be loaded has no tests in the report: it is one failure. */
function count(report: Report, print: Print): Tally {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  for (const file of broken) print(`could not be loaded: ${file.name}`)
  const skipped = report.numPendingTests + report.numTodoTests
  if (skipped > 0) print(`${skipped} skipped`)
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}
