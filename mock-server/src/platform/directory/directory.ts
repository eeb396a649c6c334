import type { Core } from '../core.ts'
import { pushSwitches, setPush } from '../inbox/push-switches.ts'
import { setMuted, tellSender } from '../inbox/tell-sender.ts'
import type { Directory } from '../platform.ts'
import { personKeys, personPartition } from '../storage/person-places.ts'
import { type SenderRow, worldKeys } from '../storage/world-places.ts'
import type { Person, Template } from '../world.ts'
import { decodePerson, decodeSender, decodeTemplate } from '../worlds/decode-records.ts'
import { issueAccessToken } from './access-tokens.ts'
import { putPerson, putSender, putTemplate } from './put-records.ts'
import { recordUse } from './record-use.ts'
import { grantOf, worldRows, worldValue } from './world-rows.ts'

/** Records of the world partition. Each `put` throws `WorldError` for a record that is not whole or whose ids are taken. */
export function directory(core: Core): Directory {
  const { gate } = core
  const sender = async (id: string) => (await worldValue(core, worldKeys.sender(id)))?.record
  const person = (id: string) => worldValue(core, worldKeys.person(id))

  const replaceSender: Directory['putSender'] = (record) =>
    gate.together(async () => {
      const checked = decodeSender(record, '')
      await putSender(core, checked)
      await tellSender(core, checked)
    })

  return {
    senders: async () => (await worldRows<SenderRow>(core, worldKeys.senders)).map(({ record }) => record),
    sender,
    async senderByWireId(platform, wireId) {
      const id = await worldValue(core, worldKeys.senderByWireId(platform, wireId))
      return id === undefined ? undefined : sender(id)
    },
    putSender: replaceSender,
    async setCapability(id, capability) {
      const record = await sender(id)
      if (!record) throw new RangeError(`Failed to set the capability: no sender ${id}. Put the sender first.`)
      await replaceSender({ ...record, capability })
    },
    persons: () => worldRows<Person>(core, worldKeys.persons),
    person,
    putPerson: (record) => gate.together(() => putPerson(core, decodePerson(record, ''))),
    async personByRecipientId(account, recipientId) {
      const id = await worldValue(core, worldKeys.personByRecipientId(account, recipientId))
      return id === undefined ? undefined : person(id)
    },
    recordUse: (use) => gate.together(() => recordUse(core, use)),
    lastUsedAt: (personId, senderId) =>
      core.transactions.read(personPartition(personId), (transaction) =>
        transaction.get(personKeys.lastUsedAt(senderId)),
      ),
    setMuted: (personId, senderId, muted) =>
      gate.together(() => setMuted(core, { person: personId, sender: senderId, muted })),
    setPush: (personId, on) => gate.together(() => setPush(core, { person: personId, on })),
    pushSwitches: (personId) => pushSwitches(core, personId),
    templates: () => worldRows<Template>(core, worldKeys.templates),
    template: (code) => worldValue(core, worldKeys.template(code)),
    putTemplate: (record) => gate.together(() => putTemplate(core, decodeTemplate(record, ''))),
    issueAccessToken: (grant) => gate.together(() => issueAccessToken(core, grant)),
    accessToken: (token) => grantOf(core, token),
  }
}
