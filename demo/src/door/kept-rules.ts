import type { RuleBook } from '@minibell/mock'

const key = 'minibell-demo/rules-off'

/** Rules whose switches outlive a reload; `memory` is written before the switch is answered. */
export function keptRules(rules: RuleBook, memory: Pick<Storage, 'getItem' | 'setItem'>): RuleBook {
  const off = new Set((memory.getItem(key) ?? '').split(' ').filter((id) => rules.setEnabled(id, false)))
  return {
    list: () => rules.list(),
    setEnabled(id, enabled) {
      if (!rules.setEnabled(id, enabled)) return false
      if (enabled) off.delete(id)
      else off.add(id)
      memory.setItem(key, [...off].join(' '))
      return true
    },
  }
}
