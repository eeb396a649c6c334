import type { Doors } from '../conformance/doors.ts'
import type { Outcome } from '../conformance/run.ts'
import type { Face, StoreName } from './arguments.ts'

/** A face that is up. */
export interface Opened {
  readonly doors: Doors
  /** Where the suite runs somewhere else, as in a page. */
  readonly run?: (wish: {
    readonly only: readonly string[] | undefined
    readonly print: (line: string) => void
  }) => Promise<Outcome[]>
  close(): Promise<void>
}

/** Only the asked face's modules are loaded. */
export async function openFace(face: Face, store: StoreName): Promise<Opened> {
  switch (face) {
    case 'in-process':
      return (await import('./in-process.ts')).openInProcess()
    case 'listening':
      return (await import('./listening.ts')).openListening(store)
    case 'msw3':
      return (await import('./msw3.ts')).openMsw3()
    case 'msw2':
      return (await import('./msw2.ts')).openMsw2()
    case 'worker':
      return (await import('./worker.ts')).openWorker()
  }
}
