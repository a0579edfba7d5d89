import { type RawBuilder, sql } from 'kysely'

const received = sql`payments.status in ('succeeded', 'partially_refunded', 'refunded')`

/**
 * The part of a payment that neither paid an invoice nor became credit and was not paid back, in a query of payments. Below zero
 * if the gateway paid back more than could be credited.
 */
export const suspenseOf: RawBuilder<number> = sql<number>`(case when ${received}
  then payments.amount_cents - payments.applied_cents - payments.credited_cents - coalesce((
    select sum(r.amount_cents - r.invoiced_cents - r.credited_cents) from refunds r
    where r.payment_id = payments.id), 0)
  else 0 end)::bigint`

/** Whether some of it is in suspense. The two indexes of what can be keep this cheap among many payments. */
export const isInSuspense: RawBuilder<boolean> = sql<boolean>`payments.id = any(array(
  select p.id from payments p where p.applied_cents + p.credited_cents < p.amount_cents
    and p.status in ('succeeded', 'partially_refunded', 'refunded')
  union select r.payment_id from refunds r
    where r.invoiced_cents + r.credited_cents < r.amount_cents)) and ${suspenseOf} <> 0`
