import { errorAnswer } from '../error-answer.ts'
import type { Dialect } from '../route.ts'

/** Answers for paths that belong to no dialect. */
export const unknownDialect: Dialect = {
  name: 'control',
  bases: [],
  routes: [],
  refuse: (problem) => errorAnswer(problem, { kind: 'request' }),
}
