import type { TemplateKind } from '@minibell/rules'

/** An allowed template as one row; content and example are made of it. */
export type AllowedRow = readonly [
  id: string,
  kind: TemplateKind,
  industries: readonly number[],
  title: string,
  first: string,
  /** `Name = value | name = value`. */
  keywords: string,
  remark: string,
]
