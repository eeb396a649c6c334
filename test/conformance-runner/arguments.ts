/** The doors through which the mock is asked. */
export const faces = ['in-process', 'listening', 'msw3', 'msw2', 'worker'] as const

/** The same platform in the process, each behind a version of MSW. */
export const behindMsw: readonly Face[] = ['msw3', 'msw2', 'worker']

export type Face = (typeof faces)[number]

/** Where the mock keeps its world. Only the listening face has a disk or an engine. */
export const stores = ['memory', 'sqlite', 'redis'] as const

export type StoreName = (typeof stores)[number]

export interface Wish {
  readonly faces: readonly Face[]
  readonly store: StoreName
  readonly only?: readonly string[]
  /** Of several faces, those that are one and the same platform behind MSW get this third of the statements alone: 0, 1 or 2. */
  readonly third?: number
  readonly mutants: boolean
}

/** Reads `--face NAME|all --store NAME --id ID,… --third 0|1|2|any --mutants`; throws one sentence. Default: in-process. */
export function readArguments(args: readonly string[]): Wish {
  let wish: Wish = { faces: ['in-process'], store: 'memory', mutants: false }
  for (let at = 0; at < args.length; at += 1) {
    const flag = args[at] ?? ''
    if (flag === '--mutants') wish = { ...wish, mutants: true }
    else {
      at += 1
      wish = { ...wish, ...valued(flag, args[at] ?? '') }
    }
  }
  if (wish.store !== 'memory' && wish.faces.some((face) => face !== 'listening'))
    throw new Error(
      `Failed to read "--store ${wish.store}": only the listening face has a disk or an engine. Give --face listening too.`,
    )
  return wish
}

function valued(flag: string, value: string): Partial<Wish> {
  if (flag === '--id' && value !== '') return { only: value.split(',') }
  if (flag === '--third' && value === 'any') return { third: Math.floor(Date.now() / 1000) % 3 }
  if (flag === '--third' && /^[012]$/.test(value)) return { third: Number(value) }
  const store = stores.find((one) => one === value)
  if (flag === '--store' && store) return { store }
  if (flag === '--face' && value === 'all') return { faces }
  const face = faces.find((one) => one === value)
  if (flag === '--face' && face) return { faces: [face] }
  throw new Error(
    `Failed to read "${flag} ${value}". Give --face ${faces.join('|')}|all, --store ${stores.join('|')}, --id ID,…, --third 0|1|2|any, --mutants.`,
  )
}
