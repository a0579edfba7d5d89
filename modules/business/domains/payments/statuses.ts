export const paymentStatuses = [
  'pending',
  'processing',
  'requires_action',
  'succeeded',
  'failed',
  'cancelled',
  'partially_refunded',
  'refunded',
] as const
type PaymentStatusName = (typeof paymentStatuses)[number]

/** It is not known yet whether the money was received. An invoice has at most one such payment. */
export const unsettledStatuses = ['pending', 'processing', 'requires_action'] as const
/** The money was received. */
export const receivedStatuses = ['succeeded', 'partially_refunded', 'refunded'] as const

export const isUnsettled = ({ status }: { status: PaymentStatusName }): boolean =>
  (unsettledStatuses as readonly PaymentStatusName[]).includes(status)

export const isReceived = ({ status }: { status: PaymentStatusName }): boolean =>
  (receivedStatuses as readonly PaymentStatusName[]).includes(status)
