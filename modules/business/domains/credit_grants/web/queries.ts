import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, reply } from '~/api'
import { queryClient } from '~/session'

export type CreditGrant = Data<'/api/v1/credit_grants', 'get'>[number]

export type CreditValues = {
  /** In units of the currency with cents as decimals. */
  amount: number | string
  /** Empty for the one that the account is billed in. */
  currency: CreditGrant['currency'] | ''
  reason: string
  /** The last day, `2027-01-31`; empty if it does not expire. */
  last_day: string
}

/** The credit that the account can use. */
export const usableCreditQuery = queryOptions({
  queryKey: ['credit_grants', 'own'],
  queryFn: ({ signal }) => {
    const query = { ...LARGEST_PAGE, is_usable: true }
    return data(api.GET('/api/v1/credit_grants', { params: { query }, signal }))
  },
})

/** The newest credit of an account. */
export const creditOfAccountQuery = (account_id: string) =>
  queryOptions({
    queryKey: ['credit_grants', account_id],
    queryFn: ({ signal }) => {
      const query = { account_id }
      return data(api.GET('/api/v1/admin/credit_grants', { params: { query }, signal }))
    },
  })

export async function giveCredit(
  account_id: string,
  { amount, currency, reason, last_day }: CreditValues,
) {
  const body = {
    ...{ account_id, reason, amount_cents: Math.round(Number(amount) * 100) },
    ...(currency && { currency }),
    ...(last_day && { expires_at: `${last_day}T23:59:59Z` }),
  }
  await reply(api.POST('/api/v1/admin/credit_grants', { body }))
  await Promise.all(
    [['credit_grants'], ['billing'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
