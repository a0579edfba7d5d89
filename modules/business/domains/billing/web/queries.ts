import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Overview = Data<'/api/v1/billing', 'get'>
export type Profile = Data<'/api/v1/billing/profile', 'get'>
export type AccountProfile = Data<'/api/v1/admin/billing_profiles/{id}', 'get'>
export type BillingEntry = Data<'/api/v1/billing/history', 'get'>[number]
export type Upcoming = NonNullable<Data<'/api/v1/billing/subscription', 'get'>['upcoming_invoice']>

/** The profile as a form: one field per line of the address. */
export type ProfileValues = {
  legal_name: string
  email: string
  tax_id: string
  country: string
  line1: string
  line2: string
  city: string
  region: string
  postal_code: string
}

export const billingOverviewQuery = queryOptions({
  queryKey: ['billing', 'overview'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/billing', { signal })),
})

export const upcomingQuery = queryOptions({
  queryKey: ['billing', 'upcoming'],
  queryFn: async ({ signal }) =>
    (await data(api.GET('/api/v1/billing/subscription', { signal }))).upcoming_invoice,
})

export const billingHistoryQuery = (query: Query<'/api/v1/billing/history'>) =>
  queryOptions({
    queryKey: ['billing', 'history', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/billing/history', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const profileQuery = queryOptions({
  queryKey: ['billing', 'profile'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/billing/profile', { signal })),
})

export type TaxValues = {
  /** In percent, with two decimals. */
  rate: number | string
  tax_exempt: boolean
  exemption_note: string
}

export const accountProfileQuery = (id: string) =>
  queryOptions({
    queryKey: ['billing', 'profile', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/billing_profiles/{id}', { params: { path: { id } }, signal })),
  })

/** Sets the tax of an account. */
export async function changeTax(id: string, { rate, tax_exempt, exemption_note }: TaxValues) {
  const body = {
    // Hundredths of a percent, without the error of the division.
    tax_rate: Math.round(Number(rate) * 100) / 10_000,
    tax_exempt,
    exemption_note: exemption_note.trim() || null,
  }
  await reply(api.PATCH('/api/v1/admin/billing_profiles/{id}', { params: { path: { id } }, body }))
  await changed()
}

export const profileValues = ({ address, ...profile }: Profile): ProfileValues => ({
  legal_name: profile.legal_name ?? '',
  email: profile.email ?? '',
  tax_id: profile.tax_id ?? '',
  country: profile.country ?? '',
  line1: address.line1 ?? '',
  line2: address.line2 ?? '',
  city: address.city ?? '',
  region: address.region ?? '',
  postal_code: address.postal_code ?? '',
})

export async function changeProfile(values: ProfileValues) {
  const entered = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, text.trim() || null]),
  ) as Record<keyof ProfileValues, string | null>
  const { legal_name, email, tax_id, country, ...address } = entered
  const body = { legal_name, email, tax_id, country: country?.toUpperCase() ?? null, address }
  await reply(api.PATCH('/api/v1/billing/profile', { body }))
  await changed()
}

async function changed() {
  await Promise.all(
    [['billing'], ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
