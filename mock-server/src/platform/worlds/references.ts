import type { LoadedWorld } from './decode-world.ts'
import { WorldError } from './world-error.ts'

/** Every id exists once, and every id that is named exists. Throws `WorldError`. */
export function checkReferences(world: LoadedWorld): void {
  const senders = unique(world.senders.map(({ id }, index) => [`senders[${index}].id`, id]))
  const persons = unique(world.persons.map(({ id }, index) => [`persons[${index}].id`, id]))
  unique(world.senders.map(({ platform, wireId }, index) => [`senders[${index}].wireId`, `${platform} ${wireId}`]))
  unique(world.templates.map(({ code }, index) => [`templates[${index}].code`, code]))
  unique(world.accessTokens.map(({ token }, index) => [`accessTokens[${index}].token`, token]))
  unique(world.sessions.map(({ token }, index) => [`sessions[${index}].token`, token]))
  unique(
    world.persons.flatMap(({ recipientIds }, index) =>
      recipientIds.map(({ account, id }, at): Named => [`persons[${index}].recipientIds[${at}]`, `${account} ${id}`]),
    ),
  )
  unique(world.clients.map(({ id }, index) => [`clients[${index}].id`, id]))
  unique(world.webhooks.map(({ id }, index) => [`webhooks[${index}].id`, id]))
  unique(world.authCodes.map(({ code }, index) => [`authCodes[${index}].code`, code]))
  unique(world.refreshTokens.map(({ token }, index) => [`refreshTokens[${index}].token`, token]))
  checkOfficial(world)
  known(senders, 'the id of a sender', [
    ...world.clients.flatMap(({ senders: own = [] }, index) =>
      own.map((sender, at): Named => [`clients[${index}].senders[${at}]`, sender]),
    ),
    ...grantsOf(world).map(([path, { sender }]): Named => [`${path}.sender`, sender]),
    ...world.webhooks.flatMap(({ sender }, index): Named[] =>
      sender === undefined ? [] : [[`webhooks[${index}].sender`, sender]],
    ),
    ...world.uses.map(({ sender }, index): Named => [`uses[${index}].sender`, sender]),
    ...world.templates.map(({ sender }, index): Named => [`templates[${index}].sender`, sender]),
    ...world.accessTokens.map(({ sender }, index): Named => [`accessTokens[${index}].sender`, sender]),
    ...world.sessions.flatMap(({ scope }, index): Named[] =>
      scope.kind === 'sender' ? [[`sessions[${index}].scope.sender`, scope.sender]] : [],
    ),
  ])
  known(persons, 'the id of a person', [
    ...grantsOf(world).map(([path, { person }]): Named => [`${path}.person`, person]),
    ...world.uses.map(({ person }, index): Named => [`uses[${index}].person`, person]),
    ...world.accessTokens.map(({ person }, index): Named => [`accessTokens[${index}].person`, person]),
    ...world.sessions.map(({ person }, index): Named => [`sessions[${index}].person`, person]),
  ])
}

/** Rows that name a person and a sender, with their paths. */
function grantsOf(world: LoadedWorld): (readonly [string, { readonly person: string; readonly sender: string }])[] {
  return (['consents', 'authCodes', 'refreshTokens'] as const).flatMap((list) =>
    world[list].map((row, index) => [`${list}[${index}]`, row] as const),
  )
}

/** Each account is a sender's of wechat, and its followers have their openids under that sender's account. */
function checkOfficial(world: LoadedWorld): void {
  unique(world.officialAccounts.map(({ account }, index) => [`officialAccounts[${index}].sender`, account.sender]))
  unique(
    world.officialAccounts.map(({ account }, index) => [`officialAccounts[${index}].originalId`, account.originalId]),
  )
  world.officialAccounts.forEach(({ account, followers, templates }, index) => {
    const path = `officialAccounts[${index}]`
    const sender = world.senders.find(({ id, platform }) => id === account.sender && platform === 'wechat')
    if (!sender)
      throw new WorldError({ path: `${path}.sender`, value: account.sender, expected: 'the id of a sender of wechat' })
    const openids = new Set(
      world.persons.flatMap(({ recipientIds }) =>
        recipientIds.flatMap(({ account: under, id }) => (under === sender.account ? id : [])),
      ),
    )
    unique(followers.map(({ openid }, at) => [`${path}.followers[${at}].openid`, openid]))
    unique(templates.map(({ id }, at) => [`${path}.templates[${at}].id`, id]))
    known(
      openids,
      `the id of a recipient under ${sender.account}`,
      followers.map(({ openid }, at): Named => [`${path}.followers[${at}].openid`, openid]),
    )
  })
}

type Named = readonly [path: string, id: string]

function unique(ids: readonly Named[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const [path, value] of ids) {
    if (seen.has(value)) throw new WorldError({ path, value, expected: 'one that no other has' })
    seen.add(value)
  }
  return seen
}

function known(ids: ReadonlySet<string>, expected: string, named: readonly Named[]): void {
  for (const [path, value] of named) {
    if (!ids.has(value)) throw new WorldError({ path, value, expected })
  }
}
