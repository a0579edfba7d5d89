import { sql } from 'kysely'

/** A discount of a subscription as prices need it. */
export interface StoredDiscount {
  source: 'promotion' | 'coupon' | 'manual'
  basis_points: number | null
  amount_cents: number | null
  periods: number | null
  /** With the current period; null for good. */
  periods_left: number | null
  plan_ids: string[] | null
  started_at: string
}

/** The discounts of a subscription in a query, in the order in which it got them. */
export const activeDiscounts = sql<StoredDiscount[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('source', source, 'basis_points', basis_points,
    'amount_cents', amount_cents, 'periods', periods, 'periods_left', periods_left,
    'plan_ids', plan_ids, 'started_at', started_at) order by created_at, id), '[]')
  from subscription_discounts where subscription_id = subscriptions.id and status = 'active')`
