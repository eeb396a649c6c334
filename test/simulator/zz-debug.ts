import * as client from '@minibell/client'
import { simulate } from './simulation.ts'
const seed = Number(process.argv[2]); const item = process.argv[3] ?? ''
let n = 0
const log: string[] = []
const wrapped = { ...client, createInbox(options: any) {
  const me = `inbox${n++}`
  const { http } = options.host
  const t = () => Math.round(options.host.timers.elapsed())
  const host = { ...options.host, http(request: any) {
    const made = http(request)
    if (request.url.includes('/receipts') || request.url.includes('/snapshot')) {
      const rs = request.body ? JSON.parse(request.body).receipts.filter((r: any) => r.all || r.itemId === item) : []
      made.response.then((a: any) => { const b = (() => { try { return JSON.parse(a.body) } catch { return {} } })(); console.log(t(), me, options.session.person, request.url.replace(/.*v1/, ''), a.status, JSON.stringify(rs), JSON.stringify(b.refused ?? [b.epoch, b.offset, b.items?.length, JSON.stringify(b.items?.find((x: any) => x.item.id === item)?.marks)])) }, (e: any) => rs[0] && console.log(t(), me, request.url.replace(/.*v1/, ''), 'FAILED', JSON.stringify(rs), String(e)))
    }
    return made
  } }
  const inbox = client.createInbox({ ...options, host })
  const { markRead, markAll, markSeen } = inbox as any
  const look = () => { const f = inbox.find(item); const s = inbox.getSnapshot(); return `${JSON.stringify(s.position)} ${f ? `off ${f.offset} read ${s.isRead(f)} seen ${s.isSeen(f)}` : 'not held'} unread ${s.unread} unseen ${s.unseen}` }
  return { ...inbox, markRead(ids: any) { if (ids.includes(item)) console.log(t(), me, 'markRead', look()); markRead(ids); if (ids.includes(item)) console.log(t(), me, 'after', look()) }, markAll(k: any, o: any) { console.log(t(), me, 'markAll', k, o, look()); markAll(k, o); console.log(t(), me, 'after', look()) } }
} }
const out = await simulate(seed, wrapped as typeof client)
console.log(out.trace.filter((l) => l.includes('WRONG') || l.includes('opened by') || l.includes('new epoch') || l.includes('backup')).join('\n'))
