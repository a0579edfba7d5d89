import type { GatewayEvent } from './queries'

const reasons: Record<NonNullable<GatewayEvent['ignored_reason']>, string> = {
  not_found: 'What it is about is not known here',
  stale: 'Something newer was known already',
  illegal_transition: 'The subscription has ended, or cannot change like this',
  amount_mismatch: 'Another amount than what was due: see the payment',
  unknown_status: 'The status is not known here',
  error: 'It could not be processed',
  unknown_type: 'Nothing depends on events of this type',
  no_money_moved: 'No money moved',
  redundant: 'Another event says the same',
  not_readable: 'Something that is needed is missing',
}

/** Why an event changed nothing, in words. */
export const reasonOf = ({ ignored_reason }: Pick<GatewayEvent, 'ignored_reason'>): string | null =>
  ignored_reason && reasons[ignored_reason]

/** Whether an event can be processed again. */
export const mayRetry = ({ status }: Pick<GatewayEvent, 'status'>): boolean =>
  status === 'failed' || status === 'skipped' || status === 'pending'
