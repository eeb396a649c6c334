import { tallyLine } from './part.ts'

/** Named checks of one script, each printed as it ends. */
export interface Checks {
  /** Holds unless `act` throws; `act` may answer a few words for its line. */
  check(name: string, act: () => unknown): Promise<void>
  /** Prints `N passed, N failed` as the last line and sets the exit code. */
  end(): void
}

export function checks(): Checks {
  let passed = 0
  let failed = 0
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  return {
    async check(name, act) {
      try {
        const said = await act()
        passed += 1
        print(`ok     ${name}${typeof said === 'string' ? ` ${said}` : ''}`)
      } catch (error) {
        failed += 1
        print(`failed ${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    end() {
      print(tallyLine({ passed, failed }))
      process.exitCode = failed === 0 ? 0 : 1
    },
  }
}
