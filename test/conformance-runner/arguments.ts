/** The doors through which the mock is asked. */
export const faces = ['in-process', 'listening', 'msw3', 'msw2', 'worker'] as const

export type Face = (typeof faces)[number]

export interface Wish {
  readonly faces: readonly Face[]
  readonly id?: string
  readonly mutants: boolean
}

/** Reads `--face NAME|all --store memory --id ID --mutants`; throws one sentence. Default: in-process. */
export function readArguments(args: readonly string[]): Wish {
  let wish: Wish = { faces: ['in-process'], mutants: false }
  for (let at = 0; at < args.length; at += 1) {
    const flag = args[at] ?? ''
    if (flag === '--mutants') wish = { ...wish, mutants: true }
    else {
      at += 1
      wish = { ...wish, ...valued(flag, args[at] ?? '') }
    }
  }
  return wish
}

function valued(flag: string, value: string): Partial<Wish> {
  if (flag === '--id' && value !== '') return { id: value }
  if (flag === '--store' && value === 'memory') return {}
  if (flag === '--face' && value === 'all') return { faces }
  const face = faces.find((one) => one === value)
  if (flag === '--face' && face) return { faces: [face] }
  throw new Error(
    `Failed to read "${flag} ${value}". Give --face ${faces.join('|')}|all, --store memory, --id ID, --mutants.`,
  )
}
