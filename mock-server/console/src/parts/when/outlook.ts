import type { Verdict } from '@minibell/mock'

/** As the control API tells it: `docs/mock-api.md`, `GET /persons/ID/outlook`. */
export interface SenderOutlook {
  readonly sender: string
  readonly open: boolean
  readonly verdict?: Verdict
  readonly opensAt?: number
  readonly windows: readonly OutlookWindow[]
}

export interface OutlookWindow {
  readonly kind: 'active' | 'spacing' | 'often' | 'reply'
  readonly rule: string
  readonly from: number
  readonly until: number
  readonly left?: number
  readonly scene?: string
}

export interface Turn {
  readonly kind: 'opens' | 'becomes-inactive' | 'comes-back' | 'reply-ends' | 'rules-change' | 'account-switches'
  readonly at: number
  readonly rule: string
  readonly sender?: string
  readonly person?: string
  readonly about?: string
}
