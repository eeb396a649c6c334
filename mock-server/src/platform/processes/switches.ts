import type { Core } from '../core.ts'
import type { RuleBook } from '../platform.ts'
import type { ProcessesInside } from './processes.ts'

const prefix = 'rule/'

/** The rules with their switches, which all processes share and no import moves. */
export function switches(core: Core, { keep }: ProcessesInside): { readonly rules: RuleBook; reload(): Promise<void> } {
  const { judge, store } = core
  return {
    rules: {
      list: judge.list,
      setEnabled(id, enabled) {
        const isKnown = judge.setEnabled(id, enabled)
        if (isKnown && store.shared) keep(store.shared.putSetting(`${prefix}${id}`, enabled))
        return isKnown
      },
    },
    async reload() {
      for (const [name, value] of (await store.shared?.settings()) ?? [])
        if (name.startsWith(prefix)) judge.setEnabled(name.slice(prefix.length), value !== false)
    },
  }
}
