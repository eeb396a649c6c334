import type { Weights } from './promotion-classifier.ts'

/** Reads weights as `test/rules-report/training/main.ts` writes them: `feature=w,w,w,w|…` in hundredths. */
export function readWeights(written: string): Weights {
  const entries = written.split(/[|\n]/).filter((entry) => entry !== '')
  return new Map(
    entries.map((entry) => {
      const at = entry.lastIndexOf('=')
      return [
        entry.slice(0, at),
        entry
          .slice(at + 1)
          .split(',')
          .map((weight) => Number(weight) / 100),
      ]
    }),
  )
}
