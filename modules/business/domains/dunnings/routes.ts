import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  AdminDunningFilters,
  Dunning,
  DunningFilters,
  listAllDunnings,
  listDunnings,
} from './dunning.ts'
import { AdvancedDunnings, advanceDunnings } from './sweep.ts'

export const dunnings = resource('/dunnings', 'Unpaid invoices of subscriptions', (r) => {
  r.list(
    '/',
    {
      can: 'invoices.read',
      of: Dunning,
      query: DunningFilters,
      sorts: ['-created_at'],
      summary: 'List the failed payments of the account that are tried again, and those that were',
    },
    ({ ctx, page, query }) => listDunnings(ctx, page, query),
  )
})

export const allDunnings = resource('/admin/dunnings', 'Failed payments of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.invoices.read',
      of: Dunning,
      query: AdminDunningFilters,
      sorts: ['-created_at'],
      summary: 'List the failed payments of every account',
    },
    ({ ctx, page, query }) => listAllDunnings(ctx, page, query),
  )
})

/** For the handler of `advance_dunnings`. */
export const retrying = resource('/internal/dunnings', 'Retries of failed payments', (r) => {
  r.post(
    '/advance',
    {
      can: 'system.dunnings.update',
      of: AdvancedDunnings,
      status: 200,
      summary: 'Retry and remind of every failed payment that is due',
    },
    ({ ctx }) => advanceDunnings(ctx),
  )
})
