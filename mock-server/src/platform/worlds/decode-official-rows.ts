import type { Rows } from './decode-governance-rows.ts'

/** What `state` may hold of an official account, by the first part of the key, with how many follow. */
export const officialRows: Rows = new Map()
