import { createMockPlatform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import { setupWorker } from 'msw/browser'
import { type Outcome, run } from '../conformance/run.ts'
import { webDoors } from './web-doors.ts'

declare global {
  interface Window {
    runConformance(wish: { readonly only: readonly string[] | undefined }): Promise<Outcome[]>
    /** Set by the runner. */
    printLine(line: string): Promise<void>
  }
}

/** The whole platform in a page, behind MSW's worker. */
window.runConformance = async ({ only }) => {
  const mock = await createMockPlatform()
  const worker = setupWorker(...handlers(mock, { unknownPaths: 'answered' }))
  await worker.start({ quiet: true, onUnhandledFrame: 'error' })
  const print = (line: string): void => void window.printLine(line)
  return run({ ...webDoors(location.origin), print, ...(only && { only }) })
}
