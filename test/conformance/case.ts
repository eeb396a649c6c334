import type { Json } from './json.ts'
import type { Table } from './table.ts'
import { world } from './world.ts'

/** One thing that a platform does (`accepted`) or refuses (`refused`) because of one statement. */
export interface Case {
  readonly id: string
  readonly kind: 'accepted' | 'refused'
  readonly title: string
  readonly world: Json
  run(table: Table): Promise<void>
}

/** The cases of one statement. */
export function statement(id: string, start: Json = world): Statement {
  const cases: Case[] = []
  const adder =
    (kind: Case['kind']): Statement['accepts'] =>
    (title, run) => {
      cases.push({ id, kind, title, world: start, run })
    }
  return { cases, accepts: adder('accepted'), refuses: adder('refused') }
}

export interface Statement {
  readonly cases: readonly Case[]
  accepts(title: string, run: (table: Table) => Promise<void>): void
  refuses(title: string, run: (table: Table) => Promise<void>): void
}
