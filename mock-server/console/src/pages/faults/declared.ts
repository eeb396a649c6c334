import type { Desk } from '../../desk.ts'
import type { Fault } from './fault.ts'

/** What goes wrong now, and ways to change it; each answers whether it was done. */
export interface Declared {
  readonly faults: readonly Fault[]
  has(fault: Fault): boolean
  add(fault: Fault): Promise<boolean>
  /** All of that route and kind. */
  remove(fault: Fault): Promise<boolean>
  clear(): Promise<boolean>
}

export function declaredFaults({ get, act, door }: Desk): Declared {
  const faults = get<{ readonly faults: readonly Fault[] }>('/faults').value?.faults ?? []
  const put = (next: readonly Fault[], done: string): Promise<boolean> =>
    act(() => door.call('PUT', '/faults', { faults: next.map(({ struck: _, ...fault }) => fault) }), done)
  return {
    faults,
    has: (fault) => faults.some((one) => isSame(one, fault)),
    add: (fault) => put([...faults, fault], 'The fault is declared.'),
    remove: (fault) =>
      put(
        faults.filter((one) => !isSame(one, fault)),
        'The fault is taken back.',
      ),
    clear: () => act(() => door.call('DELETE', '/faults'), 'No fault is declared any more.'),
  }
}

function isSame(one: Fault, other: Fault): boolean {
  return one.route === other.route && one.kind === other.kind
}
