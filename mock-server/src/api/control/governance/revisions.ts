import type { RuleNumbers } from '../../../platform/rulebook/numbers.ts'
import type { RuleSet } from '../../../platform/world.ts'
import { decodeNumbers, decodeRuleSet } from '../../../platform/worlds/decode-numbers.ts'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { operated } from '../outcomes.ts'
import { decoded } from '../records.ts'
import { otherId } from '../senders.ts'

/** MA-20: revisions of the MiniApp rules, their bulletin, and this world's own choices. */
export const revisionRoutes: readonly Route[] = [
  { id: 'control.bulletin', method: 'GET', path: '/control/v1/bulletin', handle: bulletin },
  route({
    id: 'control.rule-sets.put',
    method: 'PUT',
    path: '/control/v1/rule-sets/:version',
    body: { read: decoded(decodeRuleSet, 'ruleSet') },
    handle: announce,
  }),
  {
    id: 'control.miniapp.read',
    method: 'GET',
    path: '/control/v1/miniapp',
    handle: async ({ platform }) => {
      const { inForce } = await platform.governance.bulletin()
      return read({ settings: await platform.governance.settings(), inForce: inForce.numbers })
    },
  },
  route({
    id: 'control.miniapp.put',
    method: 'PUT',
    path: '/control/v1/miniapp',
    body: { read: decoded(decodeNumbers, 'miniapp') },
    handle: putSettings,
  }),
]

async function bulletin({ platform }: RequestContext): Promise<Answer> {
  const { inForce, ruleSets } = await platform.governance.bulletin()
  const now = platform.clock.now()
  const { name, version } = inForce.ruleSet
  const rows = ruleSets.map((set) => ({ ...set, state: stateOf(set, { name, version, now }) }))
  return read({ inForce: { name, version }, ruleSets: rows })
}

function stateOf(
  set: RuleSet,
  now: { readonly name: string; readonly version: string; readonly now: number },
): 'announced' | 'in force' | 'past' {
  if (set.effectiveAt > now.now) return 'announced'
  return set.name === now.name && set.version === now.version ? 'in force' : 'past'
}

async function announce({ platform, params, body }: RequestContext<RuleSet>): Promise<Answer> {
  const inPath = params['version'] ?? ''
  if (body.version !== inPath) return otherId('version', { inPath, inBody: body.version })
  await platform.governance.announce(body)
  return done(body, operated(`Rule set ${body.name} ${body.version} is announced`))
}

async function putSettings({ platform, body }: RequestContext<Partial<RuleNumbers>>): Promise<Answer> {
  await platform.governance.putSettings(body)
  return done(body, operated('The numbers of the MiniApp rules are set'))
}
