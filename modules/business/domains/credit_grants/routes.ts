import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  AdminCreditGrantFilters,
  CreditGrant,
  CreditGrantFilters,
  grantGoodwill,
  listAllCreditGrants,
  listCreditGrants,
  NewCreditGrant,
} from './goodwill.ts'

export const creditGrants = resource('/credit_grants', 'Credit of an account', (r) => {
  r.list(
    '/',
    {
      can: 'billing.read',
      of: CreditGrant,
      query: CreditGrantFilters,
      sorts: ['-created_at'],
      summary: 'List the credit of the account',
    },
    ({ ctx, page, query }) => listCreditGrants(ctx, page, query),
  )
})

export const allCreditGrants = resource('/admin/credit_grants', 'Credit of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.credit_grants.read',
      of: CreditGrant,
      query: AdminCreditGrantFilters,
      sorts: ['-created_at'],
      summary: 'List the credit of every account',
    },
    ({ ctx, page, query }) => listAllCreditGrants(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.credit_grants.create',
      notImpersonating: true,
      body: NewCreditGrant,
      of: CreditGrant,
      summary: 'Give an account credit for goodwill',
      says: 'Credit given',
    },
    ({ ctx, body }) => grantGoodwill(ctx, body),
  )
})
