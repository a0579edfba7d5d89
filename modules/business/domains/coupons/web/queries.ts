import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Coupon = Data<'/api/v1/admin/coupons', 'get'>[number]
export type Redemption = Data<'/api/v1/admin/subscription_discounts', 'get'>[number]

export type CouponValues = {
  code: string
  kind: 'percent' | 'amount'
  /** In percent, or in units of the currency with cents as decimals. */
  off: number | string
  currency: NonNullable<Coupon['currency']>
  periods: number | string
  /** The last day, `2027-01-31`. */
  redeem_by: string
  max_redemptions: number | string
  plan_ids: string[]
}

export const couponQuery = (id: string) =>
  queryOptions({
    queryKey: ['coupons', 'one', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/coupons/{id}', { params: { path: { id } }, signal })),
  })

export const couponsQuery = (query: Query<'/api/v1/admin/coupons'>) =>
  queryOptions({
    queryKey: ['coupons', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/coupons', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const redemptionsQuery = (query: Query<'/api/v1/admin/subscription_discounts'>) =>
  queryOptions({
    queryKey: ['coupons', 'redemptions', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/subscription_discounts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export async function createCoupon(values: CouponValues) {
  const { code, kind, off, currency, periods } = values
  const reduction =
    kind === 'percent'
      ? { percent: Number(off) }
      : { amount_cents: Math.round(Number(off) * 100), currency }
  const body = { code, ...reduction, periods: Number(periods) || null, ...conditions(values) }
  await reply(api.POST('/api/v1/admin/coupons', { body }))
  await changed()
}

export async function changeCoupon(id: string, values: CouponValues) {
  const body = { code: values.code, ...conditions(values) }
  await reply(api.PATCH('/api/v1/admin/coupons/{id}', { params: { path: { id } }, body }))
  await changed()
}

export async function setCouponStatus(id: string, status: Coupon['status']) {
  const params = { path: { id } }
  await reply(api.PATCH('/api/v1/admin/coupons/{id}', { params, body: { status } }))
  await changed()
}

const conditions = ({ redeem_by, max_redemptions, plan_ids }: CouponValues) => ({
  redeem_by: redeem_by ? `${redeem_by}T23:59:59Z` : null,
  max_redemptions: Number(max_redemptions) || null,
  plan_ids: plan_ids.length > 0 ? plan_ids : null,
})

async function changed() {
  await Promise.all(
    [['coupons'], ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
