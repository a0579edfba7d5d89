import { resource } from '@powernode/server/platform/http/resource.ts'
import { Dispute, DisputeFilters, listDisputes } from './dispute.ts'

export const disputes = resource('/admin/disputes', 'Disputes of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.payments.read',
      of: Dispute,
      query: DisputeFilters,
      sorts: ['-created_at'],
      summary: 'List the disputes of every account',
    },
    ({ ctx, page, query }) => listDisputes(ctx, page, query),
  )
})
