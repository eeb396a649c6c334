import { entries, specifier } from '../tools/workspaces.ts'
import type { Consumer } from './pack.ts'

/** One door as a consumer writes it. */
export interface Door {
  readonly name: string
  /** Whether CommonJS may have it too. */
  readonly isRequired: boolean
  /** Needs a DOM as soon as it is loaded. */
  readonly isForPages: boolean
}

/** All entries of all packages, `@minibell/client/testing`. */
export function doorsOf({ packed }: Consumer): Door[] {
  return packed.flatMap(({ workspace }) =>
    entries(workspace).map(([entry, { require }]) => {
      const name = specifier(workspace, entry)
      return { name, isRequired: require !== undefined, isForPages: /^@minibell\/elements\/define/.test(name) }
    }),
  )
}
