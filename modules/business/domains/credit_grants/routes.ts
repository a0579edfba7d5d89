import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  CreditGrant,
  CreditGrantFilters,
  grantGoodwill,
  listCreditGrants,
  NewCreditGrant,
} from './goodwill.ts'

export const creditGrants = resource('/admin/credit_grants', 'Credit of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.credit_grants.read',
      of: CreditGrant,
      query: CreditGrantFilters,
      sorts: ['-created_at'],
      summary: 'List the credit of every account',
    },
    ({ ctx, page, query }) => listCreditGrants(ctx, page, query),
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
