import type { Template } from '@minibell/mock'

type Status = Template['status']

export const statusLabels: Readonly<Record<Status, string>> = {
  'in-review': 'In review',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  disabled: 'Disabled',
}

/** Sends are accepted with an approved template alone. */
export const statusLooks: Readonly<Record<Status, 'good' | 'bad' | 'quiet'>> = {
  'in-review': 'quiet',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
  disabled: 'bad',
}

/** OA-12: where a template may go from where it is, and who does that. */
export const reviewSteps: Readonly<
  Record<
    Status,
    readonly { readonly to: Status; readonly label: string; readonly look: 'plain' | 'strong' | 'grave' }[]
  >
> = {
  'in-review': [
    { to: 'approved', label: 'Approve', look: 'strong' },
    { to: 'rejected', label: 'Reject', look: 'grave' },
    { to: 'withdrawn', label: 'Withdraw', look: 'plain' },
  ],
  approved: [
    { to: 'disabled', label: 'Disable', look: 'grave' },
    { to: 'withdrawn', label: 'Withdraw', look: 'plain' },
  ],
  rejected: [{ to: 'in-review', label: 'Submit again', look: 'strong' }],
  withdrawn: [{ to: 'in-review', label: 'Submit again', look: 'strong' }],
  disabled: [{ to: 'approved', label: 'Enable', look: 'strong' }],
}

/** What a send with it gets now. */
export const statusMeanings: Readonly<Record<Status, string>> = {
  'in-review': 'Sends get TEMPLATE_NOT_EXIST until an operator approves it.',
  approved: 'Sends may use it.',
  rejected: 'Sends get TEMPLATE_NOT_EXIST. Change the wording and submit it again.',
  withdrawn: 'Its developer took it back: sends get TEMPLATE_NOT_EXIST.',
  disabled: 'An operator stopped it: sends get TEMPLATE_NOT_EXIST.',
}
