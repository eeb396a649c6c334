import type { DeliverySession, Platform } from '../../../platform/platform.ts'
import type { Wire } from './wire.ts'

/** Writes the journal's rows of one socket or stream: one when it is greeted, one when it is over. */
export interface ConnectionRows {
  opened(session: DeliverySession): void
  closed(end: { readonly code: number; readonly reason: string; readonly session: DeliverySession | undefined }): void
}

export function connectionRows(platform: Platform, wire: Pick<Wire, 'url'>): ConnectionRows {
  const path = wire.url.replace(/[?#].*$/s, '').replace(/^[a-z]+:\/\/[^/]*/i, '')
  return {
    opened(session) {
      const summary = `${session.person} connects (${scopeOf(session)})`
      platform.journal.write({ kind: 'connection', path, summary, verdict: 'ok', ...about(session) })
    },
    closed({ code, reason, session }) {
      const who = session ? `${session.person} (${scopeOf(session)})` : 'Somebody without a session'
      const verdict = code === 1000 || code === 1001 ? 'ok' : reason
      const summary = `${who} is disconnected: ${reason}`
      platform.journal.write({ kind: 'connection', path, summary, verdict, status: code, ...about(session) })
    },
  }
}

function about(session: DeliverySession | undefined): { readonly person?: string; readonly sender?: string } {
  if (!session) return {}
  const { person, scope } = session
  return scope.kind === 'host' ? { person } : { person, sender: scope.sender }
}

function scopeOf({ scope }: DeliverySession): string {
  return scope.kind === 'host' ? 'all senders' : scope.sender
}
