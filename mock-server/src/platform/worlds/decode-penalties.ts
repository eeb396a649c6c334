import type { PenaltyNumbers } from '../official-account/violations/penalty-numbers.ts'
import { degrees, reportKinds, violationKinds } from '../rulebook/numbers.ts'
import { days, decodeRung, named, whole } from './decode-numbers.ts'
import { fieldsOf } from './fields.ts'

/** WT-11.9: a world's own penalties; absent members are the defaults. Throws `WorldError`. */
export function decodePenalties(value: unknown, path: string): Partial<PenaltyNumbers> {
  const fields = fieldsOf(value, path)
  return {
    ...(fields.has('automatic') && { automatic: fields.flag('automatic') }),
    ...(fields.has('windowDays') && { windowDays: fields.member('windowDays', days) }),
    ...(fields.has('weights') && { weights: named(fields, 'weights', violationKinds) }),
    ...(fields.has('degrees') && { degrees: named(fields, 'degrees', degrees) }),
    ...(fields.has('reports') && { reports: named(fields, 'reports', reportKinds) }),
    ...(fields.has('ladder') && { ladder: fields.list('ladder', decodeRung) }),
    ...(fields.has('repeats') && { repeats: fields.member('repeats', decodeRepeats) }),
    ...(fields.has('recycleAt') && { recycleAt: fields.member('recycleAt', whole(1)) }),
  }
}

function decodeRepeats(value: unknown, path: string): PenaltyNumbers['repeats'] {
  const fields = fieldsOf(value, path)
  return { count: fields.member('count', whole(2)), hours: fields.member('hours', whole(1)) }
}
